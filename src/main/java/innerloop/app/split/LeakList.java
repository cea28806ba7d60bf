package innerloop.app.split;

import innerloop.app.Messages;
import innerloop.leakage.Leakage.Fix;
import innerloop.leakage.Leakage.Leak;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Ways in which a score could know what it should not, each explained, with the nodes it is about and a fix where there
/// is one.
public final class LeakList extends VBox {

    private final Consumer<List<Integer>> select;
    private final Consumer<Fix> repair;
    private final ToggleButton toggle = new ToggleButton();
    private final VBox entries = new VBox(8);

    /// @param leaks what is found
    /// @param select shows nodes
    /// @param repair changes the experiment
    public LeakList(
            ObservableValue<Optional<List<Leak>>> leaks,
            Consumer<List<Integer>> select,
            Consumer<Fix> repair) {
        super(6);
        this.select = select;
        this.repair = repair;
        setId("leaks");
        toggle.setId("leaks-toggle");
        toggle.getStyleClass().setAll("leaks-toggle");
        toggle.setOnAction(_ -> show(leaks.getValue()));
        getChildren().setAll(toggle, entries);
        leaks.subscribe(this::show);
    }

    /// One line whatever is found: what comes a moment after an edit must not move what is below it.
    private void show(Optional<List<Leak>> found) {
        List<Leak> leaks = found.orElse(List.of());
        boolean any = !leaks.isEmpty();
        String title = any && toggle.isSelected() ? "leaks.title.open" : "leaks.title";
        toggle.setText(
                found.isEmpty()
                        ? Messages.get("leaks.unknown")
                        : Messages.get(title, leaks.size()));
        toggle.setDisable(!any);
        entries.getChildren()
                .setAll(
                        toggle.isSelected()
                                ? leaks.stream().map(this::entry).toList()
                                : List.<Node>of());
        entries.setManaged(!entries.getChildren().isEmpty());
    }

    private Node entry(Leak leak) {
        Label message = text(Messages.of(leak.what()), "field-note");
        Label why = text(Messages.of(leak.why()), "small-text");
        why.getStyleClass().add("dim");
        VBox links = new VBox(2);
        if (!leak.nodes().isEmpty()) {
            Hyperlink nodes = link(Messages.get("leaks.show"));
            nodes.setId("leak-show-" + leak.kind());
            nodes.setOnAction(_ -> select.accept(leak.nodes()));
            links.getChildren().add(nodes);
        }
        leak.fix()
                .ifPresent(fix -> {
                    Hyperlink repairing = link(Messages.of(fix.name()));
                    repairing.setId("leak-fix-" + leak.kind());
                    repairing.setOnAction(_ -> repair.accept(fix));
                    links.getChildren().add(repairing);
                });
        VBox entry = new VBox(2, message, why, links);
        entry.getStyleClass().add("leak");
        return entry;
    }

    /// A long text must not make the recipe wider.
    private static Hyperlink link(String text) {
        Hyperlink link = new Hyperlink(text);
        link.setWrapText(true);
        link.setMinSize(0, Region.USE_PREF_SIZE);
        return link;
    }

    private static Label text(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
