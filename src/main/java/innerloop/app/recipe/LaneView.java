package innerloop.app.recipe;

import innerloop.app.Messages;
import innerloop.app.canvas.Palette;
import innerloop.episode.Split.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/// One lane with its chips; chips can be dropped on it.
final class LaneView extends VBox {

    private static final PseudoClass DROP_TARGET = PseudoClass.getPseudoClass("drop-target");

    private final Lane lane;
    private static final String NEUTRAL = "-il-line";

    private final SplitViewModel split;
    private final SplitContext context;
    private final IntFunction<String> classColour;
    private final FlowPane chips = new FlowPane();
    private final Label count = new Label();

    LaneView(
            Lane lane,
            SplitViewModel split,
            SplitContext context,
            IntFunction<String> classColour) {
        this.lane = lane;
        this.split = split;
        this.context = context;
        this.classColour = classColour;
        setId("lane-" + lane.key());
        getStyleClass().add("lane");
        Label title = new Label(Messages.get("lane." + lane.key() + ".title"));
        title.getStyleClass().add("lane-title");
        count.getStyleClass().add("lane-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(5, mark(lane), title, gap, count);
        header.setAlignment(Pos.CENTER_LEFT);
        chips.getStyleClass().add("lane-chips");
        chips.setId("lane-" + lane.key() + "-chips");
        chips.setPrefWrapLength(10);
        getChildren().addAll(header, chips);
        setOnDragOver(this::dragOver);
        setOnDragExited(_ -> chips.pseudoClassStateChanged(DROP_TARGET, false));
        setOnDragDropped(this::dropped);
    }

    /// The same marks as in the graph: full, half and hollow.
    private static Node mark(Lane lane) {
        Circle ring = new Circle(4, Color.TRANSPARENT);
        ring.getStyleClass().add("lane-mark");
        ring.setStyle(lane == Lane.BASE ? "" : "-fx-fill: transparent;");
        Arc half = new Arc(0, 0, 4, 4, 90, 180);
        half.setType(ArcType.CHORD);
        half.getStyleClass().add("lane-mark");
        half.setVisible(lane == Lane.VALIDATION);
        Group mark = new Group(ring, half);
        mark.setVisible(lane != Lane.UNUSED);
        mark.setManaged(lane != Lane.UNUSED);
        return mark;
    }

    void show(List<SplitItem> items) {
        String kind = split.state().get().kind().name();
        count.setText(Messages.get("lane.count." + kind, items.size()));
        if (items.isEmpty()) {
            Label empty = new Label(Messages.get("lane.empty." + kind));
            empty.getStyleClass().add("lane-empty");
            chips.getChildren().setAll(empty);
        } else {
            chips.getChildren().setAll(items.stream().map(this::chip).toList());
        }
        // Nobody needs an empty "unused" box except as a place to drop on, and the menu and 0 do
        // that too.
        boolean shown = lane != Lane.UNUSED || !items.isEmpty();
        setVisible(shown);
        setManaged(shown);
    }

    private Node chip(SplitItem item) {
        String colour = item.index() < 0 ? Palette.NO_CLASS : classColour.apply(item.index());
        Optional<Image> picture =
                split.state().get().kind() == Kind.GRAPHS
                        ? context.picture(split.nodes(item))
                        : Optional.empty();
        Node mark =
                picture.<Node>map(ImageView::new)
                        .orElseGet(() -> new Circle(3.5, Color.web(colour)));
        return new SplitChip(item, picture.isPresent() ? NEUTRAL : colour, mark, split);
    }

    private void dragOver(DragEvent event) {
        if (SplitDrag.carried(event).isPresent()) {
            event.acceptTransferModes(TransferMode.MOVE);
            chips.pseudoClassStateChanged(DROP_TARGET, true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        SplitDrag.carried(event)
                .ifPresent(name -> {
                    event.setDropCompleted(true);
                    event.consume();
                    split.move(name, lane);
                });
    }
}
