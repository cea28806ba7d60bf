package innerloop.app.doctor;

import innerloop.app.Durations;
import innerloop.app.Messages;
import innerloop.experiment.ColumnRole;
import innerloop.experiment.GraphReading;
import innerloop.io.ColumnReport;
import innerloop.io.ReadProgress;
import innerloop.io.doctor.Diagnosis;
import innerloop.io.doctor.GraphDoctor;
import innerloop.io.doctor.Remedy;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Reads a file, again after each choice of a person, and holds what it is.
///
/// All methods are called on the JavaFX thread.
public final class DoctorViewModel {

    private static final Duration LOOK = Duration.millis(100);

    private final Path path;
    private final Examination examination;
    private final Deque<Asked> before = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable Diagnosis> diagnosis =
            new ReadOnlyObjectWrapper<>(this, "diagnosis");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");
    private final Timeline clock = new Timeline(new KeyFrame(LOOK, _ -> look()));
    private Asked asked;
    private @Nullable Going going;

    /// What a reading was asked for.
    private record Asked(GraphReading reading, boolean standardised) {}

    /// Reads a file by some rules, on the thread of the reading.
    interface Examination {
        Diagnosis of(Path path, GraphReading reading, boolean standardised, ReadProgress progress);
    }

    /// A reading on its thread.
    private static final class Going {
        private final ReadProgress progress = new ReadProgress();
        private final long begin = System.nanoTime();
    }

    /// A file that nothing is known of yet.
    ///
    /// @param reading what a person has said of it
    public DoctorViewModel(Path path, GraphReading reading) {
        this(path, reading, GraphDoctor::examine);
    }

    DoctorViewModel(Path path, GraphReading reading, Examination examination) {
        this.path = path;
        this.examination = examination;
        this.asked = new Asked(reading, false);
        clock.setCycleCount(Animation.INDEFINITE);
    }

    /// The file.
    public Path path() {
        return path;
    }

    /// Begins to read.
    ///
    /// @param done is told what it is, on the JavaFX thread; not if it was stopped
    /// @param failed is told what cannot happen
    public void read(Consumer<Diagnosis> done, Consumer<Throwable> failed) {
        stop();
        Going begun = new Going();
        Asked wanted = asked;
        going = begun;
        busy.set(true);
        look();
        clock.playFromStart();
        Thread.ofVirtual()
                .name("doctor")
                .start(() -> {
                    try {
                        Diagnosis found =
                                examination.of(
                                        path,
                                        wanted.reading(),
                                        wanted.standardised(),
                                        begun.progress);
                        Platform.runLater(() ->
                                ended(
                                        begun,
                                        () -> {
                                            diagnosis.set(found);
                                            done.accept(found);
                                        }));
                    } catch (ReadProgress.StoppedException _) {
                        Platform.runLater(() -> ended(begun, () -> {}));
                    } catch (RuntimeException | OutOfMemoryError e) {
                        Platform.runLater(() -> ended(begun, () -> failed.accept(e)));
                    }
                });
    }

    private void ended(Going which, Runnable then) {
        if (going == which) {
            going = null;
            clock.stop();
            busy.set(false);
            progress.set(0);
            said.set("");
            then.run();
        }
    }

    private void look() {
        Going watched = going;
        if (watched != null) {
            double done = watched.progress.done();
            double seconds = (System.nanoTime() - watched.begin) / 1e9;
            progress.set(done);
            said.set(
                    done <= 0 || done >= 1
                            ? Messages.get("doctor.reading")
                            : Messages.get("doctor.readingLeft", done)
                                    + " · "
                                    + Durations.left(seconds * (1 - done) / done));
        }
    }

    /// Ends the reading that goes on.
    public void stop() {
        Going told = going;
        if (told != null) {
            told.progress.stop();
            ended(told, () -> {});
        }
    }

    /// Reads again by other rules; the ones before can be had back.
    private void ask(Asked other) {
        if (!other.equals(asked)) {
            before.push(asked);
            asked = other;
            again();
        }
    }

    private void again() {
        changed.set(!before.isEmpty());
        read(_ -> {}, e -> said.set(Messages.get("open.failed", e)));
    }

    /// Takes the last choice back.
    public void undo() {
        if (!before.isEmpty()) {
            asked = before.pop();
            again();
        }
    }

    /// Gives a column a role.
    public void take(ColumnReport column, ColumnRole role) {
        if (column.role() != role) {
            ask(
                    new Asked(
                            reading().with(column.table(), column.name(), role),
                            asked.standardised()));
        }
    }

    /// Takes a remedy.
    public void take(Remedy remedy) {
        ask(new Asked(remedy.reading(), asked.standardised() || remedy.standardised()));
    }

    /// Reads by these rules.
    public void take(GraphReading reading) {
        ask(new Asked(reading, asked.standardised()));
    }

    /// What a person has said.
    public GraphReading reading() {
        return asked.reading();
    }

    /// What the file is; null until it was read.
    public ReadOnlyObjectProperty<@Nullable Diagnosis> diagnosis() {
        return diagnosis.getReadOnlyProperty();
    }

    /// What the file is, if it can be opened as it is read.
    public Optional<Diagnosis> readable() {
        return busy.get()
                ? Optional.empty()
                : Optional.ofNullable(diagnosis.get()).filter(found -> found.graph().isPresent());
    }

    /// Whether a reading goes on.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Whether there is a choice to take back.
    public ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /// How far the reading is, 0 … 1.
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /// What is said of the reading that goes on.
    public ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }
}
