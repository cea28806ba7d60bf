package innerloop.app.drive;

import innerloop.app.theme.Appearance;
import innerloop.experiment.InputException;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import picocli.CommandLine.Option;

/// The window that a command drives: its size, and where it appears.
public final class WindowOptions {

    /// The headless platform's screen is 1000 x 1000 and cannot be changed.
    private static final int HEADLESS_WIDTH = 1000;

    private static final int HEADLESS_HEIGHT = 990;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "window size (default: 1000x990); larger ones need a display")
    private String size = HEADLESS_WIDTH + "x" + HEADLESS_HEIGHT;

    /// Complains if there can be no such window.
    public void check() throws InputException {
        if (!size.matches("\\d{3,4}x\\d{3,4}")) {
            throw new InputException(
                    "\"" + size + "\" is no size", "--size", "give WxH, for example 1600x1000");
        }
        if (!isHeadless() && System.getenv("DISPLAY") == null) {
            throw new InputException(
                    size + " is larger than the headless screen",
                    "--size",
                    "use at most 1000x990, or run where there is a display");
        }
    }

    /// Starts JavaFX, without a display where the window is small enough.
    public void startPlatform() {
        if (isHeadless()) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("java.awt.headless", "true");
        }
        System.setProperty("prism.order", "sw");
        Platform.startup(() -> Platform.setImplicitExit(false));
    }

    /// Shows this in a window of its own, on the JavaFX thread.
    public Stage show(Parent root) {
        Stage stage = new Stage();
        Scene scene = new Scene(root, width(), height());
        new Appearance().dress(scene);
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    public int width() {
        return Integer.parseInt(size.substring(0, size.indexOf('x')));
    }

    public int height() {
        return Integer.parseInt(size.substring(size.indexOf('x') + 1));
    }

    private boolean isHeadless() {
        return width() <= HEADLESS_WIDTH && height() <= HEADLESS_HEIGHT;
    }
}
