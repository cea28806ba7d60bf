package innerloop.app.curves;

import innerloop.app.Messages;
import innerloop.app.Png;
import innerloop.app.run.Timeline;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;

/// The menu of exports of one chart. It opens with the right mouse button, the menu key, and Enter.
final class ChartMenu {

    private final ChartCanvas canvas;
    private final StepView steps;
    private final Supplier<ChartFiles> files;
    private final Supplier<String> csv;
    private final Optional<Timeline> timeline;
    private final ContextMenu menu = new ContextMenu();
    private final MenuItem goBack = new MenuItem();

    /// The step that was looked at when the menu opened: the pointer leaves the chart for the menu.
    private double asked = Double.NaN;

    private ChartMenu(
            ChartCanvas canvas,
            StepView steps,
            Supplier<ChartFiles> files,
            Supplier<String> csv,
            Optional<Timeline> timeline) {
        this.canvas = canvas;
        this.steps = steps;
        this.files = files;
        this.csv = csv;
        this.timeline = timeline;
    }

    /// @param csv the numbers of the chart
    /// @param timeline shows what the network made of everything at a step; none if the chart is not over outer steps
    static void install(
            ChartCanvas canvas,
            StepView steps,
            Supplier<ChartFiles> files,
            Supplier<String> csv,
            Optional<Timeline> timeline) {
        ChartMenu chartMenu = new ChartMenu(canvas, steps, files, csv, timeline);
        chartMenu.fill();
        canvas.setOnContextMenuRequested(event -> {
            chartMenu.ask();
            if (event.isKeyboardTrigger()) {
                chartMenu.showInTheMiddle();
            } else {
                chartMenu.menu.show(canvas, event.getScreenX(), event.getScreenY());
            }
            event.consume();
        });
        canvas.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                        chartMenu.ask();
                        chartMenu.showInTheMiddle();
                        event.consume();
                    }
                });
    }

    private void ask() {
        timeline.ifPresent(this::ask);
    }

    private void ask(Timeline moments) {
        asked = steps.cursor().get();
        OptionalInt kept = Double.isNaN(asked) ? OptionalInt.empty() : moments.nearestStep(asked);
        goBack.setDisable(kept.isEmpty());
        goBack.setText(
                kept.isEmpty()
                        ? Messages.get("curves.back.none")
                        : Messages.get(
                                kept.getAsInt() == Math.round(asked)
                                        ? "curves.back"
                                        : "curves.back.near",
                                Integer.toString(kept.getAsInt())));
    }

    private void showInTheMiddle() {
        Point2D at = canvas.localToScreen(canvas.getWidth() / 2, canvas.getHeight() / 3);
        menu.show(canvas, at.getX(), at.getY());
    }

    private void fill() {
        goBack.setId("curves-back");
        goBack.setVisible(timeline.isPresent());
        goBack.setOnAction(_ -> timeline.ifPresent(moments -> moments.choose(asked)));
        // Charts are at the bottom of the window, often of the screen.
        menu.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_BOTTOM_LEFT);
        MenuItem all = item("curves.all", steps::showAll);
        all.disableProperty().bind(steps.zoomed().not());
        menu.getItems()
                .addAll(
                        item(
                                "curves.save.png",
                                () -> {
                                    byte[] png = Png.of(canvas.picture());
                                    files.get().save(name("png"), out -> out.write(png));
                                }),
                        item("curves.save.svg", () -> saveText("svg", canvas.svg())),
                        item("curves.save.csv", () -> saveText("csv", csv.get())),
                        item("curves.copy", this::copy),
                        new SeparatorMenuItem(),
                        goBack,
                        all);
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.get(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private String name(String ending) {
        return canvas.name() + "." + ending;
    }

    private void saveText(String ending, String text) {
        files.get().save(name(ending), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putImage(canvas.picture().snapshot(null, null));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
