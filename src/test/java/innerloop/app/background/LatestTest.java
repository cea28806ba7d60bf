package innerloop.app.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/// Work and delivery are queues here, done when the test says so.
class LatestTest {

    private final Queue<Runnable> work = new ArrayDeque<>();
    private final Queue<Runnable> deliveries = new ArrayDeque<>();
    private final List<String> shown = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final Latest<String> latest =
            new Latest<>(work::add, deliveries::add, shown::add, failures::add);

    private static void runAll(Queue<Runnable> queue) {
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }

    @Test
    void showsWhatWasMade() {
        latest.want((_, _) -> "a");
        assertThat(latest.isPending()).isTrue();
        runAll(work);
        assertThat(shown).isEmpty();
        runAll(deliveries);
        assertThat(shown).containsExactly("a");
        assertThat(latest.isPending()).isFalse();
    }

    @Test
    void onlyTheLastWantedIsShown() {
        latest.want((_, _) -> "a");
        runAll(work);
        latest.want((_, _) -> "b");
        runAll(deliveries);
        assertThat(shown).isEmpty();
        runAll(work);
        runAll(deliveries);
        assertThat(shown).containsExactly("b");
    }

    @Test
    void whatIsGivenUpBeforeItBeginsIsNotMade() {
        latest.want((_, _) -> {
            throw new AssertionError("begun");
        });
        latest.giveUp();
        runAll(work);
        runAll(deliveries);
        assertThat(shown).isEmpty();
        assertThat(failures).isEmpty();
        assertThat(latest.isPending()).isFalse();
    }

    @Test
    void workIsToldThatItIsCancelled() {
        List<String> told = new ArrayList<>();
        latest.want((cancellation, _) -> {
            cancellation.whenCancelled(() -> told.add("stop"));
            latest.giveUp();
            assertThat(cancellation.isCancelled()).isTrue();
            cancellation.check();
            return "a";
        });
        runAll(work);
        runAll(deliveries);
        assertThat(told).containsExactly("stop");
        assertThat(shown).isEmpty();
        assertThat(failures).isEmpty();
    }

    @Test
    void ofPreliminaryValuesTheNewestIsShown() {
        latest.want((_, soFar) -> {
            soFar.accept("1");
            soFar.accept("2");
            runAll(deliveries);
            soFar.accept("3");
            return "4";
        });
        runAll(work);
        assertThat(shown).containsExactly("2");
        assertThat(latest.isPending()).isTrue();
        runAll(deliveries);
        assertThat(shown).containsExactly("2", "3", "4");
    }

    @Test
    void aFailureGoesToItsHandler() {
        IllegalStateException failure = new IllegalStateException("no");
        latest.want((_, _) -> {
            throw failure;
        });
        runAll(work);
        runAll(deliveries);
        assertThat(failures).containsExactly(failure);
        assertThat(latest.isPending()).isFalse();
    }

    @Test
    void whoIsShownAValueMayWantAnother() {
        List<String> all = new ArrayList<>();
        List<Latest<String>> self = new ArrayList<>();
        self.add(
                new Latest<>(
                        work::add,
                        deliveries::add,
                        value -> {
                            all.add(value);
                            if (all.size() < 2) {
                                self.getFirst().want((_, _) -> "next");
                            }
                        },
                        failures::add));
        self.getFirst().want((_, _) -> "first");
        runAll(work);
        runAll(deliveries);
        runAll(work);
        runAll(deliveries);
        assertThat(all).containsExactly("first", "next");
    }
}
