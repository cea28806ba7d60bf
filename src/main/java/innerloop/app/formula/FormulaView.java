package innerloop.app.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// A typeset formula. It shrinks where it has too little room. Its symbols can be pointed at.
public final class FormulaView extends Region {

    private static final PseudoClass LINKED = PseudoClass.getPseudoClass("linked");

    private final String text;
    private final Outline outline;
    private final List<String> symbols;
    private final double zoom;
    private final Scale scale = new Scale();
    private final Group group = new Group();
    private final List<SVGPath> linked = new ArrayList<>();

    /// Typesets a formula that a person wrote; empty if there is something in it that cannot be set.
    ///
    /// @param zoom how much larger than usual
    public static Optional<FormulaView> typeset(String formula, double zoom) {
        try {
            return Latex.of(formula).isKnown()
                    ? Optional.of(new FormulaView(formula, zoom))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Typesets a formula of plain characters.
    ///
    /// @param zoom how much larger than usual
    public FormulaView(String formula, double zoom) {
        this.text = formula;
        this.zoom = zoom;
        Latex.Marked marked = Latex.of(formula);
        this.symbols = marked.symbols();
        this.outline = Typesetter.outline(marked.latex());
        getStyleClass().add("formula");
        setAccessibleText(formula);
        group.setManaged(false);
        group.getTransforms().add(scale);
        for (Outline.Part part : outline.parts()) {
            SVGPath path = new SVGPath();
            path.setContent(part.path());
            path.getStyleClass().add("formula-part");
            path.setPickOnBounds(true);
            path.setUserData(part.mark());
            group.getChildren().add(path);
        }
        getChildren().add(group);
    }

    /// The formula in plain characters.
    public String text() {
        return text;
    }

    /// Links symbols to what they stand for: those that `known` says yes to can be pointed at.
    ///
    /// @param pointed is told the symbol that the pointer comes to, and the empty word when it leaves
    /// @param chosen is told the symbol that is clicked
    public void link(Predicate<String> known, Consumer<String> pointed, Consumer<String> chosen) {
        linked.clear();
        for (Node node : group.getChildren()) {
            int mark = (Integer) node.getUserData();
            if (mark >= 0 && known.test(symbols.get(mark))) {
                SVGPath path = (SVGPath) node;
                String symbol = symbols.get(mark);
                linked.add(path);
                path.pseudoClassStateChanged(LINKED, true);
                path.setOnMouseEntered(_ -> pointed.accept(symbol));
                path.setOnMouseExited(_ -> pointed.accept(""));
                path.setOnMouseClicked(_ -> chosen.accept(symbol));
            }
        }
    }

    /// How many of its symbols are linked.
    public int linked() {
        return linked.size();
    }

    private double scaleIn(double width) {
        return width < 0 ? zoom : Math.min(zoom, width / outline.width());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(zoom * outline.width());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(scaleIn(width) * outline.height());
    }

    @Override
    protected void layoutChildren() {
        double now = scaleIn(getWidth());
        scale.setX(now);
        scale.setY(now);
    }
}
