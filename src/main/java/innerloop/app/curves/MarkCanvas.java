package innerloop.app.curves;

import innerloop.app.Messages;
import innerloop.app.Png;
import innerloop.app.SharpCanvas;
import innerloop.colour.Theme;
import innerloop.plot.Mark;
import innerloop.plot.SvgPainter;
import innerloop.plot.TextMeasure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;

/// A picture of marks that are laid out for its size. Its menu takes it away, and the numbers behind it.
public final class MarkCanvas extends Region {

    /// Lays a picture out.
    public interface Layout {
        /// The marks of the picture.
        ///
        /// @param width px
        /// @param height px
        List<Mark> marks(double width, double height, TextMeasure measure);
    }

    private final String name;
    private final SharpCanvas canvas = new SharpCanvas(this::paint);
    private Layout layout = (_, _, _) -> List.of();
    private Theme theme = Theme.LIGHT;
    private ChartFiles files = (_, _) -> {};

    /// An empty picture.
    ///
    /// @param name its id, and part of the names of its files
    /// @param json the numbers behind it, for a file
    public MarkCanvas(String name, Supplier<String> json) {
        this.name = name;
        setId(name);
        getStyleClass().add("mark-canvas");
        getChildren().add(canvas);
        setMinSize(0, 0);
        setFocusTraversable(true);
        ContextMenu menu = new ContextMenu();
        // It is at the bottom of the window, often of the screen.
        menu.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_BOTTOM_LEFT);
        menu.getItems()
                .addAll(
                        item("curves.save.png", this::savePng),
                        item("curves.save.svg", () -> saveText("svg", svg())),
                        item("curves.save.json", () -> saveText("json", json.get())));
        setOnContextMenuRequested(event -> {
            if (event.isKeyboardTrigger()) {
                showInTheMiddle(menu);
            } else {
                menu.show(this, event.getScreenX(), event.getScreenY());
            }
            event.consume();
        });
        setOnMousePressed(_ -> requestFocus());
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                        showInTheMiddle(menu);
                        event.consume();
                    }
                });
    }

    /// Shows this.
    public void show(Layout newLayout, String accessibleText) {
        layout = newLayout;
        setAccessibleText(accessibleText);
        paint();
    }

    /// Light or dark.
    public void setTheme(Theme look) {
        theme = look;
        paint();
    }

    /// Where it is saved.
    public void setFiles(ChartFiles taker) {
        files = taker;
    }

    /// As a vector picture.
    public String svg() {
        return SvgPainter.paint(marks(), theme, getWidth(), getHeight());
    }

    private List<Mark> marks() {
        return layout.marks(getWidth(), getHeight(), TextMeasure.approximate());
    }

    private void showInTheMiddle(ContextMenu menu) {
        Point2D at = localToScreen(getWidth() / 2, getHeight() / 3);
        menu.show(this, at.getX(), at.getY());
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.get(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void savePng() {
        byte[] png = Png.of(new MarkPainter(theme).picture(marks(), getWidth(), getHeight()));
        files.save(name + ".png", out -> out.write(png));
    }

    private void saveText(String ending, String text) {
        files.save(name + "." + ending, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setSize(getWidth(), getHeight());
            paint();
        }
    }

    private void paint() {
        if (canvas.getWidth() > 0) {
            new MarkPainter(theme).paint(canvas.wiped(), marks());
        }
    }
}
