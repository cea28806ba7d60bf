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
        try {
            WindowSize.of(size);
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    String.valueOf(e.getMessage()), "--size", "give WxH, for example 1600x1000");
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
            startHeadless();
        } else {
            start();
        }
    }

    /// Starts JavaFX without a display.
    public static void startHeadless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("java.awt.headless", "true");
        start();
    }

    private static void start() {
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
        return WindowSize.of(size).width();
    }

    public int height() {
        return WindowSize.of(size).height();
    }

    private boolean isHeadless() {
        return width() <= HEADLESS_WIDTH && height() <= HEADLESS_HEIGHT;
    }
}
