package innerloop.app.split;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The lanes of the split with what they mean and what is wrong with them.
public final class SplitLanes extends VBox {

    private final Map<Lane, LaneView> lanes = new EnumMap<>(Lane.class);
    private final Label sentence = new Label();
    private final SplitViewModel split;

    public SplitLanes(SplitViewModel split, SplitContext context) {
        super(6);
        this.split = split;
        for (Lane lane : Lane.values()) {
            LaneView view = new LaneView(lane, split, context);
            lanes.put(lane, view);
            getChildren().add(view);
        }
        sentence.setId("split-sentence");
        sentence.getStyleClass().addAll("dim", "small-text");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(sentence);
        split.state().subscribe(this::show);
        // Member graphs have their pictures once the nodes have their places.
        context.drawn()
                .subscribe(_ -> {
                    lanes.values().forEach(LaneView::forget);
                    show(split.state().get());
                });
    }

    private void show(SplitViewModel.State state) {
        String focused = focusedClass();
        boolean known = state.isKnown();
        lanes.forEach((lane, view) -> {
            view.show(state.lanes().getOrDefault(lane, List.of()));
            if (!known) {
                view.setVisible(false);
                view.setManaged(false);
            }
        });
        sentence.setText(state.sentence());
        focusAgain(focused);
    }

    private @Nullable String focusedClass() {
        return getScene() != null && getScene().getFocusOwner() instanceof SplitChip chip
                ? chip.item().name()
                : null;
    }

    /// The moved chip is a new node: without this every move by key would end the keyboard's work.
    private void focusAgain(@Nullable String className) {
        if (className == null) {
            return;
        }
        for (LaneView view : lanes.values()) {
            for (Node chip : view.lookupAll(".chip")) {
                if (chip instanceof SplitChip mine && mine.item().name().equals(className)) {
                    mine.requestFocus();
                }
            }
        }
        // The old chip went while it had the focus and could not say so.
        if (getScene() == null || !(getScene().getFocusOwner() instanceof SplitChip)) {
            split.hovered().set(null);
        }
    }
}
