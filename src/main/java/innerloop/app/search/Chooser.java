package innerloop.app.search;

import innerloop.app.SharpCanvas;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.transform.Scale;
import javafx.stage.Popup;
import javafx.stage.PopupWindow.AnchorLocation;

/// A list beside a control to choose one of any number of things from by typing a part of its name. Esc or a click elsewhere
/// closes it.
public final class Chooser<T> {

    private static final double WIDTH = 320;

    private final Function<T, String> searched;
    private final Function<T, Node> line;
    private final Popup popup = new Popup();
    private final Scale scale = new Scale(1, 1);
    private final SearchList<T> list;
    private List<T> offered = List.of();
    private Consumer<T> onChosen = _ -> {};

    /// A closed one.
    ///
    /// @param id of the list, and the beginning of the ids of its parts
    /// @param searched the text that what is typed must fit
    /// @param line what is shown for it
    public Chooser(String id, String prompt, Function<T, String> searched, Function<T, Node> line) {
        this.searched = searched;
        this.line = line;
        list = new SearchList<>(id, prompt, new Offered());
        list.setPrefWidth(WIDTH);
        list.getTransforms().add(scale);
        popup.getContent().add(new Group(list));
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    /// Opens it below this node, or above if that is at the bottom of its window. It points at the first.
    public void open(Node beside, List<T> these, Consumer<T> chosen) {
        offered = these;
        onChosen = chosen;
        show(beside);
        // Filling it makes lines, which have no colours before they are in a window.
        list.restart();
    }

    /// Opens it in the same way, pointing at this one.
    public void open(Node beside, List<T> these, T pointedAt, Consumer<T> chosen) {
        open(beside, these, chosen);
        list.pointAt(pointedAt);
    }

    private void show(Node beside) {
        boolean above = beside.localToScene(0, 0).getY() > beside.getScene().getHeight() / 2;
        // Where the content is: the popup is larger by the shadow of the list.
        popup.setAnchorLocation(
                above ? AnchorLocation.CONTENT_BOTTOM_LEFT : AnchorLocation.CONTENT_TOP_LEFT);
        // As large as what it belongs to.
        scale.setX(SharpCanvas.enlargementOf(beside).getValue());
        scale.setY(scale.getX());
        Bounds place = beside.localToScreen(beside.getBoundsInLocal());
        popup.show(beside, place.getMinX(), above ? place.getMinY() : place.getMaxY());
        list.field().requestFocus();
    }

    /// Closes it without a choice.
    public void close() {
        popup.hide();
    }

    private final class Offered implements SearchList.Choices<T> {

        @Override
        public List<T> matching(String letters) {
            return FuzzyMatch.best(letters, offered, searched);
        }

        @Override
        public Node line(T item) {
            return line.apply(item);
        }

        @Override
        public boolean isAvailable(T item) {
            return true;
        }

        @Override
        public void choose(T item) {
            close();
            onChosen.accept(item);
        }
    }
}
