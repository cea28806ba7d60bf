package innerloop.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.workbench.Fx;
import innerloop.experiment.ColumnRole;
import innerloop.experiment.ColumnRole.Table;
import innerloop.experiment.GraphReading;
import innerloop.io.ReadProgress;
import innerloop.io.doctor.Diagnosis;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;

@WithWindow
class DoctorViewModelTest {

    private static final Path FILE = Path.of("some.csv");

    private static Diagnosis of(GraphReading reading, boolean standardised) {
        return new Diagnosis(
                FILE, reading, standardised, Optional.empty(), Optional.empty(), List.of());
    }

    /// Reads at once and says by which rules.
    private static DoctorViewModel readsAtOnce(BlockingQueue<GraphReading> asked) {
        return Fx.see(() ->
                new DoctorViewModel(
                        FILE,
                        GraphReading.guessed(),
                        (_, reading, standardised, _) -> {
                            asked.add(reading);
                            return of(reading, standardised);
                        }));
    }

    private static GraphReading next(BlockingQueue<GraphReading> asked)
            throws InterruptedException {
        GraphReading reading = asked.poll(Fx.PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(reading).isNotNull();
        return reading;
    }

    @Test
    void aChoiceReadsAgainAndCanBeTakenBack() throws InterruptedException {
        Fx.start();
        BlockingQueue<GraphReading> asked = new LinkedBlockingQueue<>();
        DoctorViewModel model = readsAtOnce(asked);
        GraphReading classes = GraphReading.guessed().with(Table.NODES, "club", ColumnRole.CLASS);
        Fx.see(() -> {
            model.take(classes);
            return null;
        });
        assertThat(next(asked)).isEqualTo(classes);
        assertThat(Fx.see(model.changed()::get)).isTrue();
        Fx.see(() -> {
            model.undo();
            return null;
        });
        assertThat(next(asked)).isEqualTo(GraphReading.guessed());
        assertThat(Fx.see(model.changed()::get)).isFalse();
    }

    @Test
    void theButtonStopsAReadingThatWouldNeverEnd() throws InterruptedException {
        Fx.start();
        CountDownLatch stopped = new CountDownLatch(1);
        DoctorViewModel model =
                Fx.see(() ->
                        new DoctorViewModel(
                                FILE,
                                GraphReading.guessed(),
                                (_, _, _, progress) -> never(progress, stopped)));
        Fx.see(() -> {
            DoctorSheet sheet = new DoctorSheet(model);
            new Scene(sheet);
            model.read(_ -> {}, _ -> {});
            assertThat(model.busy().get()).isTrue();
            ((Button) sheet.lookup("#doctor-stop")).fire();
            assertThat(model.busy().get()).isFalse();
            return null;
        });
        assertThat(stopped.await(Fx.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(Fx.see(() -> Optional.ofNullable(model.diagnosis().get()))).isEmpty();
    }

    private static Diagnosis never(ReadProgress progress, CountDownLatch stopped) {
        try {
            while (true) {
                progress.requireGoing();
                Thread.onSpinWait();
            }
        } finally {
            stopped.countDown();
        }
    }
}
