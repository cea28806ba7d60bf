package innerloop.app.prose;

import innerloop.lesson.GlossaryEntry;
import innerloop.lesson.Inline;
import innerloop.lesson.Prose;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// Texts of lessons and of the glossary as nodes.
public final class ProseView {

    private static final double GAP = 8;

    private final Function<Inline.Computed, ObservableValue<String>> numbers;
    private final @Nullable Consumer<String> follow;

    private ProseView(
            Function<Inline.Computed, ObservableValue<String>> numbers,
            @Nullable Consumer<String> follow) {
        this.numbers = numbers;
        this.follow = follow;
    }

    /// Shows texts with computed numbers.
    public static ProseView withNumbers(
            Function<Inline.Computed, ObservableValue<String>> numbers) {
        return new ProseView(numbers, null);
    }

    /// Shows texts with links to entries of the glossary.
    ///
    /// @param follow is told the id of a link that is chosen
    public static ProseView withLinks(Consumer<String> follow) {
        return new ProseView(_ -> new SimpleStringProperty(""), follow);
    }

    /// Blocks below each other.
    public VBox of(List<Prose> blocks) {
        VBox all = new VBox(GAP);
        blocks.forEach(block -> all.getChildren().add(node(block)));
        return all;
    }

    private Node node(Prose block) {
        return switch (block) {
            case Prose.Paragraph paragraph -> line(paragraph.text(), "prose-text");
            case Prose.Title title -> line(title.text(), "prose-strong");
            case Prose.Items items -> list(items);
            case Prose.Formulas formulas -> formulas(formulas);
            case Prose.Verbatim(String text) -> verbatim(text);
            case Prose.Quotation quotation -> {
                VBox inside = of(quotation.blocks());
                inside.getStyleClass().add("prose-quotation");
                yield inside;
            }
            case Prose.Grid grid -> table(grid);
        };
    }

    /// Typeset where they can be, and otherwise as they are written.
    private static VBox formulas(Prose.Formulas formulas) {
        VBox all = new VBox(GAP);
        all.getStyleClass().add("prose-formulas");
        for (String line : formulas.lines()) {
            all.getChildren().add(FormulaLine.of(line).orElseGet(() -> verbatim(line)));
        }
        return all;
    }

    private static Label verbatim(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("prose-verbatim");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private VBox list(Prose.Items items) {
        VBox all = new VBox(GAP / 2);
        for (int i = 0; i < items.items().size(); i++) {
            Label mark = new Label(items.numbered() ? (i + 1) + "." : "•");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            VBox inside = of(items.items().get(i));
            HBox.setHgrow(inside, Priority.ALWAYS);
            all.getChildren().add(new HBox(GAP, mark, inside));
        }
        return all;
    }

    private GridPane table(Prose.Grid grid) {
        GridPane table = new GridPane(2 * GAP, GAP / 2);
        for (int r = 0; r < grid.rows().size(); r++) {
            for (int c = 0; c < grid.rows().get(r).size(); c++) {
                String look = r == 0 ? "prose-strong" : "prose-text";
                table.add(line(grid.rows().get(r).get(c), look), c, r);
            }
        }
        return table;
    }

    /// A line that is wrapped.
    public TextFlow line(List<Inline> line, String look) {
        TextFlow flow = new TextFlow();
        flow.setMinHeight(Region.USE_PREF_SIZE);
        add(line, look, flow);
        return flow;
    }

    private void add(List<Inline> line, String look, TextFlow flow) {
        for (Inline inline : line) {
            switch (inline) {
                case Inline.Words(String words) -> flow.getChildren().add(text(words, look));
                case Inline.Symbol(String symbol) ->
                        flow.getChildren().add(text(symbol, "prose-symbol"));
                case Inline.Break _ -> flow.getChildren().add(text("\n", look));
                case Inline.Stressed stressed ->
                        add(
                                stressed.text(),
                                stressed.strong() ? "prose-strong" : "prose-emphasis",
                                flow);
                case Inline.Link link -> add(link, look, flow);
                case Inline.Computed computed -> {
                    Text number = text("", "prose-number");
                    number.textProperty().bind(numbers.apply(computed));
                    flow.getChildren().add(number);
                }
            }
        }
    }

    private void add(Inline.Link link, String look, TextFlow flow) {
        Consumer<String> to = follow;
        if (to != null && link.target().startsWith(GlossaryEntry.LINK)) {
            flow.getChildren()
                    .add(
                            link(
                                    Words.of(link.text()),
                                    link.target().substring(GlossaryEntry.LINK.length()),
                                    "prose-link",
                                    to));
        } else {
            add(link.text(), look, flow);
            flow.getChildren().add(text(" (" + link.target() + ")", "prose-emphasis"));
        }
    }

    /// Something to click.
    ///
    /// @param id what `follow` is told
    public static Hyperlink link(String words, String id, String look, Consumer<String> follow) {
        Hyperlink link = new Hyperlink(words);
        link.setId("link-" + id);
        link.getStyleClass().add(look);
        link.setOnAction(_ -> follow.accept(id));
        return link;
    }

    private static Text text(String words, String look) {
        Text text = new Text(words);
        text.getStyleClass().add(look);
        return text;
    }
}
