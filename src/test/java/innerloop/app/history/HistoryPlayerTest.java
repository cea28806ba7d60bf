package innerloop.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.experiment.Experiment;
import innerloop.experiment.HistoryCut;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.GraphEvent;
import innerloop.graph.GraphHistory;
import innerloop.graph.select.NodeSet;
import innerloop.training.SmallExperiments;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The player without a window; its graphs are made when the test says so.
class HistoryPlayerTest {

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<AttributedGraph> shown = new ArrayList<>();
    private final HistoryPlayer player = new HistoryPlayer(work::add, Runnable::run, shown::add);
    private final Experiment experiment = SmallExperiments.easy(1).withHistory(new HistoryCut(3));

    /// One node more in each of six steps.
    private static AttributedGraph growing() {
        List<GraphHistory.Step> steps = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            steps.add(
                    new GraphHistory.Step(
                            i,
                            List.of(
                                    new GraphEvent.NodeAdded(i),
                                    new GraphEvent.NodeLabelled(i, i % 2))));
        }
        return new GraphHistory(new GraphBuilder("g", 6, false).build(), List.of("x", "y"), steps)
                .last();
    }

    private void open() throws Exception {
        player.open(experiment.labelled(growing()), experiment);
    }

    private void makeAll() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private int present() {
        return shown.getLast().snapshot().orElseThrow().present().cardinality();
    }

    @Test
    void itOpensWhereTheTrainingEndsAndShowsNothingByItself() throws Exception {
        open();
        assertThat(player.steps().get()).isEqualTo(6);
        assertThat(player.step().get()).isEqualTo(3);
        assertThat(player.until().get()).isEqualTo(3);
        assertThat(player.playing().get()).isFalse();
        assertThat(work).isEmpty();
        assertThat(shown).isEmpty();
    }

    @Test
    void stepsStayWithinTheHistory() throws Exception {
        open();
        player.move(1);
        makeAll();
        assertThat(present()).isEqualTo(4);
        player.go(100);
        makeAll();
        assertThat(present()).isEqualTo(6);
        player.go(-5);
        makeAll();
        assertThat(present()).isEqualTo(1);
        assertThat(player.seen().get()).isSameAs(shown.getLast());
    }

    @Test
    void playingWaitsForThePictureForPeopleAndForNothingElse() throws Exception {
        open();
        player.playOrPause();
        player.tick();
        assertThat(player.step().get()).isEqualTo(4);
        player.tick();
        assertThat(player.step().get()).as("the picture of step 4 is not there yet").isEqualTo(4);
        makeAll();
        player.suspended().set(true);
        player.tick();
        assertThat(player.step().get()).isEqualTo(4);
        player.suspended().set(false);
        for (int k = 0; k < 5; k++) {
            player.tick();
            makeAll();
        }
        assertThat(player.step().get()).isEqualTo(6);
        assertThat(player.playing().get()).as("the end").isFalse();
        player.playOrPause();
        makeAll();
        assertThat(player.step().get()).as("from the beginning").isEqualTo(1);
        player.move(1);
        assertThat(player.playing().get()).as("a step by hand pauses").isFalse();
    }

    @Test
    void otherClassesKeepTheStepAndAnotherCutDoesNot() throws Exception {
        AttributedGraph read = growing();
        player.open(experiment.labelled(read), experiment);
        player.go(5);
        makeAll();
        Experiment relabelled =
                experiment.withLabels(
                        experiment.labels().with(read, NodeSet.of(read.nodes(), 0), "y"));
        player.open(relabelled.labelled(read), relabelled);
        makeAll();
        assertThat(player.step().get()).isEqualTo(5);
        assertThat(shown.getLast().labels()).startsWith(1, 1);
        Experiment other = relabelled.withHistory(new HistoryCut(2));
        player.open(other.labelled(read), other);
        assertThat(player.step().get()).isEqualTo(2);
        player.open(null, other);
        assertThat(player.steps().get()).isZero();
        player.playOrPause();
        player.go(3);
        assertThat(player.playing().get()).isFalse();
    }
}
