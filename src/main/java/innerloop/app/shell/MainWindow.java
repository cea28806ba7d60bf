package innerloop.app.shell;

import innerloop.app.ExperimentName;
import innerloop.app.Messages;
import innerloop.app.guide.GuideLayer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The window: menu, top bar, the cards or the start page with notices above them, status line, and the layer above it all.
///
/// It adds the commands of the View and Help menus and the history to those it is given; the others
/// must be registered before.
public final class MainWindow {

    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;

    private final ShellModel model;
    private final StackPane root = new StackPane();
    private final Overlay overlay = new Overlay();
    private final Notices notices = new Notices();
    private final Sheets sheets = new Sheets(overlay);
    private final CommandPalette palette;
    private final Panels panels;
    private final HistoryList history;
    private final TopBar top;
    private final Presentation presentation;
    private final ScaledRoot scaled;
    private final GuideLayer guide = new GuideLayer(root);

    /// A window on these views. `openFile` is called with a file dropped on the window.
    public MainWindow(ShellModel model, Slots slots, Consumer<Path> openFile) {
        this.model = model;
        this.panels = new Panels(slots);
        this.palette = new CommandPalette(overlay, model.commands());
        this.history = new HistoryList(model.document());
        StackPane header = new StackPane();
        StatusLine status = new StatusLine(model.status(), slots.badge());
        this.presentation =
                new Presentation(
                        panels,
                        model.appearance().scale(),
                        overlay,
                        List.of(header, status, notices));
        addCommands();
        MenuBar menus = Menus.of(model.commands(), model.document());
        this.top = new TopBar(model);
        header.getChildren().add(new VBox(menus, top));
        StackPane centre = new StackPane(panels, slots.start(), notices);
        // Below the headers of the cards, whose controls stay within reach.
        StackPane.setAlignment(notices, Pos.TOP_RIGHT);
        StackPane.setMargin(notices, new Insets(48, 18, 0, 18));
        centre.setMinSize(0, 0);
        model.document()
                .graph()
                .subscribe(graph -> {
                    panels.setVisible(graph != null);
                    slots.start().setVisible(graph == null);
                });
        panels.tight().subscribe(top::setTight);
        panels.narrow().subscribe(top::setNarrow);
        BorderPane content = new BorderPane(centre);
        content.setTop(header);
        content.setBottom(new VBox(slots.time(), status));
        root.setId("window");
        root.getChildren().setAll(new LeastRoom(content), overlay);
        root.getChildren().add(guide);
        root.getChildren().addAll(presentation.layer());
        root.setFocusTraversable(true);
        FileDrop.accept(root, openFile);
        this.scaled = new ScaledRoot(root, model.appearance().scale());
    }

    private void addCommands() {
        model.commands()
                .add(
                        new Command(
                                "edit.history",
                                "command.edit.history",
                                KeyCombination.valueOf("Shortcut+Shift+H"),
                                Feather.CHEVRON_DOWN,
                                model.document().canUndo().or(model.document().canRedo()),
                                () -> history.open(top.undo())));
        add("view.palette", "Shortcut+K", Feather.SEARCH, palette::open);
        add("view.recipe", "Shortcut+1", Feather.LIST, () -> toggle(panels.recipeShown()));
        add("view.inspector", "Shortcut+I", Feather.SIDEBAR, () -> toggle(panels.inspectorShown()));
        add("view.curves", "Shortcut+J", Feather.TRENDING_UP, () -> toggle(panels.watchingShown()));
        addPage("outer");
        addPage("folds");
        addPage("arena");
        addPage("race");
        add(
                "view.theme",
                "Shortcut+T",
                Feather.MOON,
                () -> model.appearance().theme().set(model.appearance().theme().get().other()));
        new TextSize(model.appearance().scale(), model.settings(), presentation::isActive)
                .register(model.commands());
        model.commands()
                .add(
                        new Command(
                                "view.present",
                                "command.view.present",
                                KeyCombination.valueOf("F11"),
                                Feather.MONITOR,
                                model.document().graph().isNotNull(),
                                () -> presentation.toggle(root.getScene())));
        model.commands()
                .add(
                        new Command(
                                "help.help",
                                "command.help.help",
                                null,
                                Feather.HELP_CIRCLE,
                                new SimpleBooleanProperty(true),
                                sheets::help));
        add(
                "help.shortcuts",
                "Shortcut+Slash",
                Feather.COMMAND,
                () -> sheets.shortcuts(model.commands()));
    }

    /// A command that shows a page at the bottom, for those that no key shows.
    private void addPage(String page) {
        model.commands()
                .add(
                        new Command(
                                "view." + page,
                                "command.view." + page,
                                null,
                                null,
                                model.document().graph().isNotNull(),
                                () -> panels.showWatching(page)));
    }

    private void add(String id, String keys, @Nullable Ikon icon, Runnable action) {
        model.commands()
                .add(
                        new Command(
                                id,
                                "command." + id,
                                KeyCombination.valueOf(keys),
                                icon,
                                new SimpleBooleanProperty(true),
                                action));
    }

    private static void toggle(BooleanProperty shown) {
        shown.set(!shown.get());
    }

    /// The window's scene, dressed and listening to keys.
    public Scene scene(double width, double height) {
        Scene scene = new Scene(scaled, width, height);
        model.appearance().dress(scene);
        model.commands().listen(scene);
        presentation.listen(scene);
        return scene;
    }

    /// Shows the window on this stage.
    public void show(Stage stage, double width, double height) {
        stage.setScene(scene(width, height));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.titleProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::title,
                                model.document().experiment(),
                                model.document().graph(),
                                model.document().dirty()));
        stage.show();
        root.requestFocus();
    }

    private String title() {
        if (model.document().graph().get() == null) {
            return Messages.get("app.name");
        }
        String name = ExperimentName.shown(model.document().experiment().get().name());
        return (model.document().dirty().get() ? "• " : "")
                + name
                + " – "
                + Messages.get("app.name");
    }

    /// Shows the cards of the first five minutes.
    public void showGuide() {
        guide.model().begin();
    }

    /// Ends a presentation, if there is one.
    public void endPresenting() {
        if (presentation.isActive()) {
            presentation.toggle(root.getScene());
        }
    }

    /// Makes the graph visible.
    public void showGraph() {
        panels.showGraph();
    }

    /// Makes the page of this name visible.
    public void showPage(String page) {
        panels.showPage(page);
    }

    /// Makes the left side visible.
    public void showRecipe() {
        panels.recipeShown().set(true);
    }

    /// The place for notices that do not interrupt work.
    public Notices notices() {
        return notices;
    }

    /// Questions, such as whether to save before closing.
    public Sheets sheets() {
        return sheets;
    }

    /// The layer for other sheets.
    public Overlay overlay() {
        return overlay;
    }
}
