package innerloop.app.graphview;

import innerloop.app.background.Latest;
import innerloop.scene.SceneModel;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Makes the scenes of appearances: at once where graphs are small, in the background where that would hold the JavaFX
/// thread up. There only the last of the appearances wanted meanwhile is made. Used on the JavaFX thread.
final class SceneMaker {

    /// Nodes and edges of a graph whose scene is made well within a frame.
    private static final int AT_ONCE = 50_000;

    private final BiConsumer<NodeAppearance, SceneModel> show;
    private @Nullable Wanted next;
    private NodeAppearance latest;
    private final Latest<Made> making =
            new Latest<>(
                    Latest.virtual("scene"),
                    Platform::runLater,
                    this::made,
                    failure -> {
                        makeNext();
                        Latest.report(failure);
                    });

    private record Made(NodeAppearance look, SceneModel scene) {}

    private record Wanted(NodeAppearance look, float[] xy) {
        SceneModel scene() {
            return look.scene(xy);
        }
    }

    /// A maker that hands each scene over with what it shows.
    SceneMaker(NodeAppearance first, BiConsumer<NodeAppearance, SceneModel> show) {
        this.latest = first;
        this.show = show;
    }

    /// Asks for the scene of an appearance with the nodes at these positions.
    void want(NodeAppearance look, float[] xy) {
        latest = look;
        Wanted wanted = new Wanted(look, xy);
        if (look.graph().nodes() + look.graph().adjacency().size() <= AT_ONCE) {
            next = null;
            show.accept(look, wanted.scene());
        } else if (making.isPending()) {
            next = wanted;
        } else {
            make(wanted);
        }
    }

    private void make(Wanted wanted) {
        next = null;
        making.want((_, _) -> new Made(wanted.look(), wanted.scene()));
    }

    private void made(Made made) {
        // Another graph may be open by now, or the same with other classes.
        if (made.look().facts().equals(latest.facts())) {
            show.accept(made.look(), made.scene());
        }
        makeNext();
    }

    private void makeNext() {
        Wanted waiting = next;
        if (waiting != null) {
            make(waiting);
        }
    }
}
