package innerloop.app.lesson;

import innerloop.lesson.Inline;
import innerloop.lesson.Prose;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Texts of a lesson as nodes.
final class ProseView {

    private static final double GAP = 8;

    private final LessonViewModel model;

    ProseView(LessonViewModel model) {
        this.model = model;
    }

    /// Blocks below each other.
    VBox of(List<Prose> blocks) {
        VBox all = new VBox(GAP);
        blocks.forEach(block -> all.getChildren().add(node(block)));
        return all;
    }

    private Node node(Prose block) {
        return switch (block) {
            case Prose.Paragraph paragraph -> line(paragraph.text(), "lesson-text");
            case Prose.Title title -> line(title.text(), "lesson-strong");
            case Prose.Items items -> list(items);
            case Prose.Formulas formulas -> formulas(formulas);
            case Prose.Verbatim(String text) -> verbatim(text);
            case Prose.Quotation quotation -> {
                VBox inside = of(quotation.blocks());
                inside.getStyleClass().add("lesson-quotation");
                yield inside;
            }
            case Prose.Grid grid -> table(grid);
        };
    }

    /// Typeset where they can be, and otherwise as they are written.
    private static VBox formulas(Prose.Formulas formulas) {
        VBox all = new VBox(GAP);
        all.getStyleClass().add("lesson-formulas");
        for (String line : formulas.lines()) {
            all.getChildren().add(FormulaLine.of(line).orElseGet(() -> verbatim(line)));
        }
        return all;
    }

    private static Label verbatim(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("lesson-verbatim");
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
                String look = r == 0 ? "lesson-strong" : "lesson-text";
                table.add(line(grid.rows().get(r).get(c), look), c, r);
            }
        }
        return table;
    }

    /// A line that is wrapped.
    TextFlow line(List<Inline> line, String look) {
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
                        flow.getChildren().add(text(symbol, "lesson-symbol"));
                case Inline.Break _ -> flow.getChildren().add(text("\n", look));
                case Inline.Stressed stressed ->
                        add(
                                stressed.text(),
                                stressed.strong() ? "lesson-strong" : "lesson-emphasis",
                                flow);
                case Inline.Link link -> {
                    add(link.text(), look, flow);
                    flow.getChildren().add(text(" (" + link.target() + ")", "lesson-emphasis"));
                }
                case Inline.Computed computed -> {
                    Text number = text("", "lesson-number");
                    number.textProperty().bind(model.number(computed));
                    flow.getChildren().add(number);
                }
            }
        }
    }

    private static Text text(String words, String look) {
        Text text = new Text(words);
        text.getStyleClass().add(look);
        return text;
    }
}
