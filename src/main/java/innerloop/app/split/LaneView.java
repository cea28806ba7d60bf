package innerloop.app.split;

import innerloop.app.Messages;
import innerloop.colour.Theme;
import innerloop.episode.Split.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
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

    private static final String NEUTRAL = "-il-line";

    /// Of thousands of member graphs nobody looks at each.
    private static final int MOST_CHIPS = 120;

    private final Lane lane;
    private final SplitViewModel split;
    private final SplitContext context;
    private final FlowPane chips = new FlowPane();
    private final Label count = new Label();
    private final Map<SplitItem, Node> made = new HashMap<>();

    LaneView(Lane lane, SplitViewModel split, SplitContext context) {
        this.lane = lane;
        this.split = split;
        this.context = context;
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
            made.keySet().retainAll(Set.copyOf(items));
            List<Node> shown = new ArrayList<>();
            items.stream()
                    .limit(MOST_CHIPS)
                    .forEach(item -> shown.add(made.computeIfAbsent(item, this::chip)));
            if (items.size() > MOST_CHIPS) {
                Label more = new Label(Messages.get("lane.more", items.size() - MOST_CHIPS));
                more.getStyleClass().add("lane-empty");
                shown.add(more);
            }
            chips.getChildren().setAll(shown);
        }
        // Nobody needs an empty "unused" box except as a place to drop on, and the menu and 0 do
        // that too.
        boolean shown = lane != Lane.UNUSED || !items.isEmpty();
        setVisible(shown);
        setManaged(shown);
    }

    /// Makes all chips anew when they are shown next.
    void forget() {
        made.clear();
    }

    private Node chip(SplitItem item) {
        String colour = Theme.web(Theme.LIGHT.classColour(item.index()));
        Optional<Image> picture =
                split.state().get().kind() == Kind.GRAPHS
                        ? context.picture(split.nodes(item))
                        : Optional.empty();
        return picture.map(image -> SplitChip.pictured(item, lane, image, NEUTRAL, split))
                .orElseGet(() -> SplitChip.named(item, lane, colour, split));
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
