package innerloop.app.tour;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TableHeaderRow;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;

/// The texts in a window that a person cannot read to the end: those that end in an ellipsis, prompts wider than their
/// field, and whatever reaches beyond what shows it and cannot be scrolled to. A text that gives way on purpose is none of
/// them: pointing at it shows all of it.
final class CutTexts {

    /// Positions are rounded to pixels.
    private static final double SLACK = 1.5;

    private static final double FAR = 1e6;

    /// The id of what scrolls the whole content of the window.
    private static final String ROOM = "least-room";

    private final List<String> found = new ArrayList<>();

    private CutTexts() {}

    /// The texts below this node that are cut off, each with the id of what it is in.
    static List<String> in(Parent root) {
        CutTexts texts = new CutTexts();
        texts.walk(root, root.localToScene(root.getLayoutBounds()), "");
        return List.copyOf(texts.found);
    }

    private void walk(Node node, Bounds seen, String place) {
        if (!node.isVisible()) {
            return;
        }
        String here = node.getId() == null ? place : node.getId();
        switch (node) {
            case Labeled label when isCut(label, seen) ->
                    found.add("#" + here + " \"" + label.getText() + "\"");
            case TextInputControl field when isPromptCut(field) ->
                    found.add("#" + here + " \"" + field.getPromptText() + "\"");
            default -> {}
        }
        if (node instanceof Parent parent) {
            Bounds inside = inside(parent, seen);
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, inside, here));
        }
    }

    /// What can be seen of the children of a node: all there is to scroll to, but no more than a clip leaves.
    private static Bounds inside(Parent node, Bounds seen) {
        if (node instanceof VirtualFlow<?>
                || node instanceof TableHeaderRow
                || ROOM.equals(node.getId())) {
            return new BoundingBox(-FAR, -FAR, 2 * FAR, 2 * FAR);
        }
        if (node instanceof ScrollPane pane) {
            return pane.isFitToWidth()
                    ? new BoundingBox(seen.getMinX(), -FAR, seen.getWidth(), 2 * FAR)
                    : new BoundingBox(-FAR, -FAR, 2 * FAR, 2 * FAR);
        }
        return node.getClip() == null || isScrolled(node)
                ? seen
                : common(seen, node.localToScene(node.getClip().getBoundsInParent()));
    }

    private static boolean isScrolled(Node node) {
        return node.getParent() instanceof ScrollPane || node.getParent() instanceof VirtualFlow<?>;
    }

    private static Bounds common(Bounds a, Bounds b) {
        double x = Math.max(a.getMinX(), b.getMinX());
        double y = Math.max(a.getMinY(), b.getMinY());
        return new BoundingBox(
                x,
                y,
                Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - x),
                Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - y));
    }

    private static boolean isCut(Labeled label, Bounds seen) {
        String text = label.getText();
        if (text == null || text.isBlank() || givesWay(label)) {
            return false;
        }
        Bounds at = label.localToScene(label.getLayoutBounds());
        return label.isTextTruncated()
                || at.getMinX() < seen.getMinX() - SLACK
                || at.getMaxX() > seen.getMaxX() + SLACK
                || at.getMinY() < seen.getMinY() - SLACK
                || at.getMaxY() > seen.getMaxY() + SLACK;
    }

    /// Whether pointing at it shows all of the text.
    private static boolean givesWay(Labeled label) {
        Tooltip tip = label.getTooltip();
        return tip != null && tip.getText() != null && tip.getText().contains(label.getText());
    }

    private static boolean isPromptCut(TextInputControl field) {
        String prompt = field.getPromptText();
        if (prompt == null || prompt.isBlank() || !field.getText().isEmpty()) {
            return false;
        }
        Text measured = new Text(prompt);
        measured.setFont(field.getFont());
        Insets insets = field.getInsets();
        return measured.getLayoutBounds().getWidth()
                > field.getWidth() - insets.getLeft() - insets.getRight() + SLACK;
    }
}
