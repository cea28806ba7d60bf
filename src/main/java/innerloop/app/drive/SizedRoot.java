package innerloop.app.drive;

import java.util.List;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;

/// The root of a scene that lays out what the scene showed before at a size of its own, however small the scene is. The
/// headless platform's screen is 1000 x 1000 and a larger window breaks it; pictures of what is inside have no such bound.
public final class SizedRoot extends Region {

    /// The style class of the root of a scene, for which style sheets define colours and fonts.
    private static final String ROOT = "root";

    private final Parent content;
    private WindowSize size;

    private SizedRoot(Parent content, WindowSize size) {
        this.content = content;
        this.size = size;
        getChildren().add(content);
    }

    /// Takes the place of a scene's root.
    public static SizedRoot within(Scene scene, WindowSize size) {
        Parent content = Objects.requireNonNull(scene.getRoot());
        scene.setRoot(new Region());
        SizedRoot sized = new SizedRoot(content, size);
        content.getStyleClass().removeAll(List.of(ROOT));
        content.getStyleClass().add(ROOT);
        scene.setRoot(sized);
        return sized;
    }

    /// Lays everything out at this size.
    public void setSize(WindowSize wanted) {
        size = wanted;
        requestLayout();
        applyCss();
        layout();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, size.width(), size.height());
    }

    /// The former root of the scene.
    public Parent content() {
        return content;
    }
}
