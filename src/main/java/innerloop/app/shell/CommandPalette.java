package innerloop.app.shell;

import innerloop.app.Messages;
import innerloop.app.search.SearchList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Type a few letters, press Enter: every command by name.
final class CommandPalette implements SearchList.Choices<PaletteEntry> {

    private static final double WIDTH = 520;

    private final Overlay overlay;
    private final Commands commands;
    private final SearchList<PaletteEntry> list =
            new SearchList<>("palette", Messages.get("palette.prompt"), this);

    CommandPalette(Overlay overlay, Commands commands) {
        this.overlay = overlay;
        this.commands = commands;
        list.setPrefWidth(WIDTH);
        list.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        StackPane.setMargin(list, new Insets(72, 12, 12, 12));
    }

    /// Opens the palette with nothing typed.
    void open() {
        list.restart();
        overlay.show(list, Pos.TOP_CENTER, list.field());
    }

    @Override
    public List<PaletteEntry> matching(String letters) {
        return PaletteEntry.matching(letters, commands);
    }

    @Override
    public boolean isAvailable(PaletteEntry entry) {
        return entry.available();
    }

    @Override
    public void choose(PaletteEntry entry) {
        overlay.hide();
        entry.action().run();
    }

    @Override
    public Node line(PaletteEntry entry) {
        StackPane icon = new StackPane();
        icon.setMinWidth(20);
        Command command = entry.command();
        icon.getChildren()
                .add(
                        new FontIcon(
                                command == null || command.icon() == null
                                        ? Feather.CHEVRON_RIGHT
                                        : command.icon()));
        Label text = new Label(entry.text());
        if (text.getText().codePoints().anyMatch(Character::isIdeographic)) {
            text.getStyleClass().add("chinese");
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, icon, text, gap);
        if (!entry.detail().isEmpty()) {
            line.getChildren().add(Sheets.keyCap(entry.detail()));
        }
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
