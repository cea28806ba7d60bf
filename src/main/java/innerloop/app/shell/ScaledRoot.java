package innerloop.app.shell;

import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// The root of the window's scene: lays the content out for a window that is smaller by the scale, and shows it larger by as
/// much.
final class ScaledRoot extends Region {

    private final Region content;
    private final Scale scale = new Scale(1, 1);

    ScaledRoot(Region content, ObservableDoubleValue wanted) {
        this.content = content;
        setId("scaled");
        scale.xProperty().bind(wanted);
        scale.yProperty().bind(wanted);
        content.setManaged(false);
        content.getTransforms().add(scale);
        getChildren().add(content);
        scale.xProperty().addListener((_, _, _) -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
    }
}
