package innerloop.app.embedding;

import innerloop.app.Durations;
import innerloop.app.Messages;
import innerloop.app.background.Cancellation;
import innerloop.app.background.Latest;
import innerloop.math.Matrix;
import innerloop.math.SymmetricEigen;
import innerloop.math.VectorBackend;
import innerloop.projection.Tsne;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// How embeddings get into the plane or into space: by PCA with every live picture, or by t-SNE on request, which takes seconds and works
/// in the background.
///
/// All methods are called on the JavaFX thread.
public final class Projections {

    /// Beyond so many nodes nobody would wait for it.
    public static final int MOST_NODES = 20_000;

    private static final long PICTURE_NANOS = 150_000_000;

    /// Which projection is shown.
    public enum Kind {
        PCA,
        TSNE;

        @Override
        public String toString() {
            return Messages.get("projection." + name());
        }
    }

    /// A t-SNE picture as far as it is.
    ///
    /// @param step outer step of the θ it is of
    /// @param positions `[n × dimensions]`, row after row
    /// @param dimensions 2 or 3
    /// @param iterations done so far
    @SuppressWarnings("ArrayRecordComponent") // replaced as a whole, compared by nobody
    public record Picture(int step, float[] positions, int dimensions, int iterations) {}

    private final Supplier<SymmetricEigen> eigen;
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.PCA);
    private final IntegerProperty dimensions = new SimpleIntegerProperty(this, "dimensions", 2);
    private final ReadOnlyObjectWrapper<@Nullable Picture> picture =
            new ReadOnlyObjectWrapper<>(this, "picture");
    private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper(this, "left", "");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 0);
    private final Latest<Made> making =
            new Latest<>(
                    Latest.thread("projection"),
                    Platform::runLater,
                    this::show,
                    failure -> {
                        progress.set(0);
                        Latest.report(failure);
                    });
    private long begun;

    /// A picture and how far it is, 0 … 1.
    private record Made(Picture picture, double done) {}

    /// @param eigen solves the eigenproblem of the start; asked for in the background
    public Projections(Supplier<SymmetricEigen> eigen) {
        this.eigen = eigen;
    }

    /// Begins a t-SNE picture of the rows of a matrix `[n × h]`; an earlier one is given up.
    public void begin(int step, Matrix points) {
        int axes = dimensions.get();
        begun = System.nanoTime();
        progress.set(Double.MIN_VALUE);
        left.set("");
        making.want((cancellation, soFar) -> make(step, points, axes, cancellation, soFar));
    }

    /// Keeps the picture as it is.
    public void stop() {
        making.giveUp();
        progress.set(0);
    }

    /// Forgets the picture: the nodes are others.
    public void clear() {
        stop();
        picture.set(null);
    }

    /// What is shown.
    public ObjectProperty<Kind> kind() {
        return kind;
    }

    /// Whether it is shown in the plane (2) or in space (3).
    public IntegerProperty dimensions() {
        return dimensions;
    }

    /// The newest t-SNE picture; null while there is none.
    public ReadOnlyObjectProperty<@Nullable Picture> picture() {
        return picture.getReadOnlyProperty();
    }

    /// How long it still takes, in words; empty while that is not known.
    public ReadOnlyStringProperty left() {
        return left.getReadOnlyProperty();
    }

    /// How far it is, 0 … 1; 0 while nothing is made.
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    private Made make(
            int step, Matrix points, int axes, Cancellation cancellation, Consumer<Made> soFar) {
        Tsne tsne = new Tsne(points, Tsne.Options.defaults(axes), eigen.get(), new VectorBackend());
        int iterations = 1;
        long shown = 0;
        while (tsne.step() && !cancellation.isCancelled()) {
            if (System.nanoTime() - shown > PICTURE_NANOS) {
                shown = System.nanoTime();
                Picture seen = new Picture(step, tsne.positions(), axes, iterations);
                soFar.accept(new Made(seen, tsne.progress()));
            }
            iterations++;
        }
        return new Made(new Picture(step, tsne.positions(), axes, iterations), 1);
    }

    private void show(Made made) {
        double done = made.done();
        picture.set(made.picture());
        progress.set(done < 1 ? done : 0);
        double spent = (System.nanoTime() - begun) / 1e9;
        left.set(spent > 1 && done > 0 ? Durations.left(spent * (1 - done) / done) : "");
    }
}
