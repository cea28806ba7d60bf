package innerloop.app.calculus;

import innerloop.app.Messages;
import innerloop.app.calculus.CalculusViewModel.Look;
import innerloop.app.formula.FormulaView;
import innerloop.calculus.Check;
import innerloop.calculus.Term;
import innerloop.calculus.Values;
import innerloop.colour.Theme;
import innerloop.io.ExplanationPage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One step: its formula, and while it is looked at, its value and its checks.
final class StepCard extends VBox {

    /// Of a heat map; a larger matrix is shown by its largest rows and columns, as `explain --json` prints it.
    private static final int MOST_SIDE = 100;

    private static final double COLUMN = 64;
    private static final double NAMES = 70;

    /// From here on a check has room in one line.
    static final double WIDE = 330;

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final Term term;
    private final Symbols symbols;
    private final Pointing pointing;
    private final List<ValueTable> tables = new ArrayList<>();
    private final List<HeatMap> maps = new ArrayList<>();
    private final List<Node> head = new ArrayList<>();

    /// What the card knows of the steps around it.
    ///
    /// @param all the steps
    /// @param choose looks at one of them
    record Symbols(List<Term> all, IntConsumer choose) {}

    StepCard(int number, Term term, Symbols symbols, double zoom, Pointing pointing) {
        super(4);
        this.term = term;
        this.symbols = symbols;
        this.pointing = pointing;
        setId("calculus-step-" + number);
        boolean usual = term.kind() == Term.Kind.USUALLY_PRINTED;
        getStyleClass().addAll("step-card", usual ? "usual" : "plain");
        if (usual) {
            head.add(text(Messages.get("calculus.usually"), "title"));
        }
        Written written = Written.of(term);
        for (String equation : written.equations()) {
            FormulaView formula = new FormulaView(equation, zoom);
            formula.setAccessibleText(Written.plain(equation));
            formula.link(this::isKnown, this::point, this::go);
            head.add(formula);
        }
        if (!written.remarks().isEmpty()) {
            head.add(text(written.said(), "dim"));
        }
        if (!term.note().isEmpty()) {
            head.add(text(Written.note(term.note()), "dim"));
        }
        setAccessibleText(String.join("\n", written.lines()));
        setOnMouseClicked(_ -> symbols.choose().accept(number));
        getChildren().setAll(head);
    }

    private static Label text(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().addAll("small-text", style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private int find(String symbol) {
        return SymbolIndex.find(symbols.all(), term, symbol);
    }

    private boolean isKnown(String symbol) {
        return find(symbol) >= 0;
    }

    private void point(String symbol) {
        int found = symbol.isEmpty() ? -1 : find(symbol);
        pointing.at(found < 0 ? List.of() : SymbolIndex.nodes(symbols.all().get(found)));
    }

    private void go(String symbol) {
        int found = find(symbol);
        if (found >= 0) {
            symbols.choose().accept(found);
        }
    }

    /// Shows value and checks.
    void open(Look look, Theme theme, double width) {
        close();
        pseudoClassStateChanged(OPEN, true);
        List<Node> all = new ArrayList<>(head);
        Term named = Written.named(term);
        Values value = named.value();
        if (value.isNumber()) {
            Label number = new Label(ExplanationPage.number(value.get(0, 0)));
            number.getStyleClass().addAll("mono", "value-large");
            all.add(number);
        } else if (value.numbers().length > 0) {
            switch (look) {
                case NODE -> numbers(all, value, width);
                case MATRIX -> map(all, value, theme);
            }
        }
        if (!term.checks().isEmpty()) {
            all.add(text(verdict(), "dim"));
            ValueTable checks = ValueTable.ofChecks(named, width < WIDE, pointing);
            checks.setId("calculus-checks");
            tables.add(checks);
            all.add(checks);
        }
        getChildren().setAll(all);
    }

    private String verdict() {
        long agreeing = term.checks().stream().filter(Check::agrees).count();
        return Messages.get(
                term.agrees() ? "calculus.check.all" : "calculus.check.some",
                agreeing,
                term.checks().size());
    }

    private void numbers(List<Node> all, Values value, double width) {
        boolean vector = value.rows().size() == 1;
        int columns = Math.max(1, (int) ((width - NAMES) / COLUMN));
        Values shown = value.largest(ValueTable.ROWS, vector ? ValueTable.ROWS : columns);
        ValueTable table =
                vector
                        ? ValueTable.ofVector(shown, width < WIDE, pointing)
                        : ValueTable.ofMatrix(shown, width < WIDE, pointing);
        table.setId("calculus-value");
        tables.add(table);
        all.add(table);
        cut(all, value, shown);
    }

    private void map(List<Node> all, Values value, Theme theme) {
        Values shown = value.largest(MOST_SIDE, MOST_SIDE);
        String rest = Messages.get("calculus.heat", value.shape());
        Label told = text(rest, "dim");
        told.setId("calculus-cell");
        HeatMap map =
                new HeatMap(
                        shown, theme, cell -> told.setText(cell.isEmpty() ? rest : cell), pointing);
        map.setId("calculus-map");
        maps.add(map);
        all.add(map);
        all.add(told);
        cut(all, value, shown);
    }

    private static void cut(List<Node> all, Values whole, Values shown) {
        if (!whole.shape().equals(shown.shape())) {
            all.add(text(Messages.get("calculus.cut", shown.shape(), whole.shape()), "dim"));
        }
    }

    /// Shows the formula alone.
    void close() {
        pseudoClassStateChanged(OPEN, false);
        tables.clear();
        maps.clear();
        getChildren().setAll(head);
    }

    /// Marks what stands for a node.
    void setHovered(int node) {
        tables.forEach(table -> table.setHovered(node));
        maps.forEach(map -> map.setHovered(node));
    }
}
