package innerloop.app.workbench;

import innerloop.app.Language;
import innerloop.app.Messages;
import innerloop.app.document.Settings;
import innerloop.io.StateFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The window as a program of its own. The first argument, if any, is opened.
public final class WorkbenchApplication extends Application {

    private static final double WIDTH = 1600;
    private static final double HEIGHT = 1000;

    @Override
    public void start(Stage stage) {
        Path home = Path.of(System.getProperty("user.home"));
        Path state = StateFolder.of(System.getenv(), home, System.getProperty("os.name"));
        speak(state);
        Workbench workbench =
                new Workbench(
                        stage,
                        state,
                        owner -> new SystemFileChoices(owner, home, getHostServices()),
                        Samples.installed());
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        workbench.show(Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        List<String> arguments = getParameters().getRaw();
        if (!arguments.isEmpty()) {
            workbench.open(Path.of(arguments.getFirst()));
        }
    }

    /// The language that was chosen last, if one was.
    private static void speak(Path state) {
        try (Settings settings = StateFiles.settings(state)) {
            settings.get(Settings.Name.LANGUAGE)
                    .map(tag -> Language.of(Locale.forLanguageTag(tag)))
                    .ifPresent(Messages::speak);
        }
    }
}
