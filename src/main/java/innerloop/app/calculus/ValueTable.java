package innerloop.app.calculus;

import innerloop.app.Messages;
import innerloop.calculus.Axis;
import innerloop.calculus.Check;
import innerloop.calculus.Term;
import innerloop.calculus.Values;
import innerloop.io.ExplanationPage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Numbers beside the names of their rows. A row that stands for nodes lights them while the pointer is at it, and is marked while
/// the pointer is at one of its nodes elsewhere.
final class ValueTable extends GridPane {

    /// The most rows that are shown.
    static final int ROWS = 12;

    private static final double BAR = 46;
    private static final double MOST_NAMES = 320;
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private record Row(List<Integer> nodes, Node ground) {}

    private final Pointing pointing;
    private final List<Row> rows = new ArrayList<>();

    /// @param narrow whether names get what room the numbers leave, rather than what they need
    private ValueTable(boolean narrow, Pointing pointing) {
        super(8, 0);
        this.pointing = pointing;
        getStyleClass().add("value-table");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(narrow ? Priority.ALWAYS : Priority.NEVER);
        names.setMinWidth(24);
        names.setMaxWidth(MOST_NAMES);
        names.setHalignment(HPos.LEFT);
        getColumnConstraints().add(names);
    }

    /// A vector: each number on a line of its own, with a bar of its size.
    static ValueTable ofVector(Values vector, boolean narrow, Pointing pointing) {
        ValueTable table = new ValueTable(narrow, pointing);
        double largest = 0;
        for (double number : vector.numbers()) {
            largest = Math.max(largest, Math.abs(number));
        }
        Axis names = vector.columns();
        for (int k = 0; k < names.size(); k++) {
            double number = vector.numbers()[k];
            table.add(
                    names.nodesAt(k),
                    name(names.get(k)),
                    bar(largest == 0 ? 0 : number / largest),
                    number(number));
        }
        return table;
    }

    private static Node bar(double share) {
        Region bar = new Region();
        bar.getStyleClass().addAll("value-bar", share < 0 ? "negative" : "positive");
        double width = Math.max(1, BAR * Math.abs(share));
        bar.setMinWidth(width);
        bar.setMaxWidth(width);
        bar.setPrefWidth(width);
        GridPane.setHalignment(bar, HPos.LEFT);
        return bar;
    }

    /// A matrix with the names of its rows and columns.
    static ValueTable ofMatrix(Values matrix, boolean narrow, Pointing pointing) {
        ValueTable table = new ValueTable(narrow, pointing);
        List<Node> head = new ArrayList<>(List.of(name("")));
        matrix.columns().names().forEach(column -> head.add(dim(column)));
        table.add(List.of(), head.toArray(Node[]::new));
        for (int r = 0; r < matrix.rows().size(); r++) {
            List<Node> cells = new ArrayList<>(List.of(name(matrix.rows().get(r))));
            for (int c = 0; c < matrix.columns().size(); c++) {
                cells.add(number(matrix.get(r, c)));
            }
            table.add(matrix.rows().nodesAt(r), cells.toArray(Node[]::new));
        }
        return table;
    }

    /// The checked entries of a derivative: by the formula, by the difference, whether they agree, and how far they are apart.
    ///
    /// @param narrow whether the name of an entry stands above its numbers
    static ValueTable ofChecks(Term term, boolean narrow, Pointing pointing) {
        Axis rows = term.value().rows();
        return ofChecks(
                term.checks(),
                check -> {
                    int row = rows.names().indexOf(check.row());
                    return row < 0 ? List.of() : rows.nodesAt(row);
                },
                narrow,
                pointing);
    }

    /// The same of any entries.
    ///
    /// @param nodesOf the nodes that an entry stands for
    static ValueTable ofChecks(
            List<Check> checks,
            Function<Check, List<Integer>> nodesOf,
            boolean narrow,
            Pointing pointing) {
        ValueTable table = new ValueTable(narrow, pointing);
        List<Node> titles =
                new ArrayList<>(
                        List.of(
                                dim(Messages.get("calculus.check.value")),
                                dim(Messages.get("calculus.check.difference")),
                                dim(Messages.get("calculus.check.error"))));
        if (!narrow) {
            titles.addFirst(name(Messages.get("calculus.check.entry")));
        }
        table.add(List.of(), titles.toArray(Node[]::new));
        for (Check check : checks) {
            Label mark = new Label(check.agrees() ? "✓" : "✗");
            mark.getStyleClass().add(check.agrees() ? "agrees" : "disagrees");
            mark.setMinWidth(USE_PREF_SIZE);
            Label error = number(ExplanationPage.error(check));
            error.setGraphic(mark);
            List<Integer> nodes = nodesOf.apply(check);
            Label entry = name(ExplanationPage.entry(check));
            Node[] numbers = {number(check.value()), number(check.difference()), error};
            if (narrow) {
                table.add(nodes, entry);
                GridPane.setColumnSpan(entry, numbers.length);
                table.add(nodes, numbers);
            } else {
                table.add(nodes, entry, numbers[0], numbers[1], numbers[2]);
            }
        }
        return table;
    }

    private static Label name(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("small-text");
        label.setMinWidth(0);
        if (!text.isEmpty()) {
            label.setTooltip(new Tooltip(text));
        }
        return label;
    }

    private static Label dim(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("small-text", "dim");
        label.setMinWidth(0);
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    private static Label number(double value) {
        return number(ExplanationPage.number(value));
    }

    private static Label number(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("mono", "value-number");
        label.setMinWidth(USE_PREF_SIZE);
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    private void add(List<Integer> nodes, Node... cells) {
        int at = rows.size();
        Region ground = new Region();
        ground.getStyleClass().add("value-row");
        add(ground, 0, at, REMAINING, 1);
        for (int c = 0; c < cells.length; c++) {
            add(cells[c], c, at);
        }
        List<Node> all = new ArrayList<>(List.of(cells));
        all.add(ground);
        rows.add(new Row(nodes, ground));
        if (!nodes.isEmpty()) {
            for (Node each : all) {
                each.setOnMouseEntered(_ -> point(ground, nodes));
                each.setOnMouseExited(_ -> point(ground, List.of()));
            }
        }
    }

    private void point(Node ground, List<Integer> nodes) {
        ground.pseudoClassStateChanged(LIT, !nodes.isEmpty());
        pointing.at(nodes);
    }

    /// Marks the rows that stand for a node.
    void setHovered(int node) {
        for (Row row : rows) {
            row.ground().pseudoClassStateChanged(LIT, row.nodes().contains(node));
        }
    }
}
