package innerloop.app.workbench;

import innerloop.app.document.Settings;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.shell.Command;
import innerloop.app.shell.Commands;
import innerloop.app.shell.MainWindow;
import innerloop.graph.AttributedGraph;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The first five minutes: when they are offered, and what has to be open for them.
final class GuidedTour {

    private final WorkbenchDocument document;
    private final Settings settings;
    private final Supplier<MainWindow> window;
    private final Runnable openFirst;
    private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper(this, "offered");

    /// @param openFirst opens the first sample
    GuidedTour(
            WorkbenchDocument document,
            Settings settings,
            Supplier<MainWindow> window,
            Runnable openFirst) {
        this.document = document;
        this.settings = settings;
        this.window = window;
        this.openFirst = openFirst;
        offered.set(settings.get(Settings.Name.GUIDED).isEmpty());
        document.graph()
                .addListener((_, _, graph) -> {
                    if (graph != null && offered.get()) {
                        offerNoMore();
                    }
                });
    }

    /// Adds the command of the Help menu.
    void register(Commands commands) {
        commands.add(
                new Command(
                        "help.guide",
                        "command.help.guide",
                        KeyCombination.valueOf("Shift+F1"),
                        Feather.COMPASS,
                        new SimpleBooleanProperty(true),
                        this::begin));
    }

    /// Whether the start page offers it: until something is open for the first time.
    ReadOnlyBooleanProperty offered() {
        return offered.getReadOnlyProperty();
    }

    private void offerNoMore() {
        offered.set(false);
        settings.set(Settings.Name.GUIDED, "offered");
    }

    /// Shows the first card, on the first sample if nothing is open.
    void begin() {
        if (document.graph().get() != null) {
            window.get().showGuide();
            return;
        }
        document.graph()
                .addListener(
                        new ChangeListener<@Nullable AttributedGraph>() {
                            @Override
                            public void changed(
                                    ObservableValue<? extends @Nullable AttributedGraph> graph,
                                    @Nullable AttributedGraph before,
                                    @Nullable AttributedGraph now) {
                                graph.removeListener(this);
                                // The cards point at what is laid out by then.
                                Platform.runLater(() -> window.get().showGuide());
                            }
                        });
        openFirst.run();
    }
}
