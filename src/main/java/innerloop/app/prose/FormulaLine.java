package innerloop.app.prose;

import innerloop.app.formula.FormulaView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// A line of formulas that a person wrote, typeset: what stands between Chinese words, and on either side of two blanks or more, is a
/// formula of its own.
public final class FormulaLine {

    private static final double ZOOM = 1;
    private static final double GAP = 8;

    private static final Pattern BETWEEN =
            Pattern.compile(
                    "\\s*([\\p{IsHan}\\p{InCJK_Symbols_and_Punctuation}\\p{InHalfwidth_and_Fullwidth_Forms}]+)\\s*|\\s{2,}");

    private FormulaLine() {}

    /// A piece of a line.
    ///
    /// @param formula whether it is one, or else words
    record Piece(boolean formula, String text) {}

    /// The pieces of a line.
    static List<Piece> pieces(String line) {
        List<Piece> pieces = new ArrayList<>();
        Matcher between = BETWEEN.matcher(line);
        int at = 0;
        while (between.find()) {
            add(pieces, line.substring(at, between.start()));
            if (between.group(1) != null) {
                pieces.add(new Piece(false, between.group(1)));
            }
            at = between.end();
        }
        add(pieces, line.substring(at));
        return pieces;
    }

    private static void add(List<Piece> pieces, String formula) {
        if (!formula.isBlank()) {
            pieces.add(new Piece(true, formula.strip()));
        }
    }

    /// Whether all formulas of a line can be typeset.
    public static boolean isKnown(String line) {
        return pieces(line).stream()
                .filter(Piece::formula)
                .allMatch(piece -> FormulaView.typeset(piece.text(), ZOOM).isPresent());
    }

    private static FormulaView formula(String text) {
        FormulaView formula = new FormulaView(text, ZOOM);
        // As high as it is, so that it stands in the middle of the line.
        formula.setMaxHeight(Region.USE_PREF_SIZE);
        return formula;
    }

    /// The line; empty if something in it cannot be typeset.
    public static Optional<Region> of(String line) {
        if (!isKnown(line)) {
            return Optional.empty();
        }
        List<Node> nodes = new ArrayList<>();
        for (Piece piece : pieces(line)) {
            nodes.add(piece.formula() ? formula(piece.text()) : new Label(piece.text()));
        }
        if (nodes.size() == 1 && nodes.getFirst() instanceof FormulaView alone) {
            return Optional.of(alone);
        }
        FlowPane all = new FlowPane(GAP, GAP / 2);
        all.setRowValignment(VPos.CENTER);
        all.setAlignment(Pos.CENTER_LEFT);
        all.getChildren().setAll(nodes);
        return Optional.of(all);
    }
}
