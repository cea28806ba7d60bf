package innerloop.app.graphview;

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
    private boolean busy;

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
        } else if (busy) {
            next = wanted;
        } else {
            make(wanted);
        }
    }

    private void make(Wanted wanted) {
        busy = true;
        next = null;
        Thread.ofVirtual()
                .name("scene")
                .start(() -> {
                    SceneModel made = null;
                    try {
                        made = wanted.scene();
                    } finally {
                        // Also after an error: otherwise the view would wait for this scene for
                        // ever.
                        SceneModel scene = made;
                        Platform.runLater(() -> made(wanted.look(), scene));
                    }
                });
    }

    private void made(NodeAppearance look, @Nullable SceneModel scene) {
        busy = false;
        // Another graph may be open by now, or the same with other classes.
        if (scene != null && look.facts().equals(latest.facts())) {
            show.accept(look, scene);
        }
        Wanted waiting = next;
        if (waiting != null) {
            make(waiting);
        }
    }
}
