package innerloop.app.split;

import innerloop.app.Messages;
import innerloop.app.split.EpisodePainter.SlotState;
import innerloop.app.split.EpisodePainter.State;
import innerloop.app.theme.WayDot;
import innerloop.episode.Unit;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The painted episode, slot by slot, with what is missing, and what the learner makes of it; where member graphs are
/// classified, the watched episode in small pictures.
public final class EpisodePanel extends HBox {

    private static final double BAR = 54;
    private static final double WORDS = 330;

    /// Beside pictures, which need the room.
    private static final double FEWER_WORDS = 270;

    private final Label title = new Label();
    private final Label hint = new Label();
    private final VBox words = new VBox(8);
    private final FlowPane buttons = new FlowPane(8, 6);
    private final ScrollPane told = new ScrollPane();
    private final ScrollPane scroll = new ScrollPane();
    private final MemberPictures members;
    private final PairTable pairs;
    private final ConfusionMatrix confusion = new ConfusionMatrix();
    private final FlowPane slots = new FlowPane(18, 10);
    private final Button complete = button("painting.complete");
    private final Button clear = button("painting.clear");

    /// @param result what the learner makes of the episode; empty while it says nothing
    /// @param watched the examples of the watched episode that are no single nodes
    /// @param drawn changes when pictures of member graphs look different
    /// @param picture paints member graphs
    /// @param select a member graph was chosen
    /// @param selectPair a pair of nodes was chosen
    public EpisodePanel(
            EpisodePainter painter,
            ObservableValue<String> result,
            ObservableValue<Optional<WatchedExamples>> watched,
            ObservableValue<Number> drawn,
            MemberPictures.Painter picture,
            IntConsumer select,
            BiConsumer<Integer, Integer> selectPair) {
        super(18);
        members =
                new MemberPictures(
                        watched.map(w -> w.flatMap(EpisodePanel::graphs)), drawn, picture, select);
        pairs = new PairTable(selectPair);
        setId("episode-panel");
        setPadding(new Insets(10, 12, 10, 12));
        title.setId("episode-title");
        title.getStyleClass().add("title");
        title.setWrapText(true);
        hint.getStyleClass().add("dim");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        complete.setId("episode-complete");
        complete.setOnAction(_ -> painter.complete());
        clear.setId("episode-clear");
        clear.setOnAction(_ -> painter.clear());
        buttons.getChildren().setAll(complete, clear);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        words.getChildren()
                .setAll(
                        title,
                        buttons,
                        wrapped("episode-note", painter.note()),
                        wrapped("episode-result", result),
                        hint);
        told.setContent(words);
        told.setFitToWidth(true);
        told.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        told.setFocusTraversable(false);
        getChildren().setAll(told, scroll);
        painter.state().subscribe(state -> show(state, watched.getValue()));
        watched.subscribe(examples -> show(painter.state().get(), examples));
    }

    private static Optional<WatchedGraphs> graphs(WatchedExamples examples) {
        return examples instanceof WatchedGraphs graphs ? Optional.of(graphs) : Optional.empty();
    }

    private static Optional<WatchedPairs> pairs(WatchedExamples examples) {
        return examples instanceof WatchedPairs pairs ? Optional.of(pairs) : Optional.empty();
    }

    private static Optional<WatchedClasses> classes(WatchedExamples examples) {
        return examples instanceof WatchedClasses classes ? Optional.of(classes) : Optional.empty();
    }

    private void show(State state, Optional<WatchedExamples> examples) {
        Optional<WatchedClasses> whole = examples.flatMap(EpisodePanel::classes);
        boolean nodes = state.unit() == Unit.NODE && whole.isEmpty();
        boolean numbers = state.unit() == Unit.NUMBERED_NODE;
        boolean alone = numbers || (nodes && state.slots().isEmpty());
        double width = nodes ? WORDS : FEWER_WORDS;
        told.setMinWidth(width);
        told.setPrefWidth(width);
        told.setMaxWidth(alone ? Double.MAX_VALUE : width);
        HBox.setHgrow(told, alone ? Priority.ALWAYS : Priority.NEVER);
        scroll.setVisible(!alone);
        scroll.setManaged(!alone);
        scroll.setFitToHeight(state.unit() == Unit.PAIR);
        scroll.setFitToWidth(whole.isEmpty());
        scroll.setHbarPolicy(
                whole.isEmpty()
                        ? ScrollPane.ScrollBarPolicy.NEVER
                        : ScrollPane.ScrollBarPolicy.AS_NEEDED);
        buttons.setVisible(nodes);
        buttons.setManaged(nodes);
        scroll.setContent(
                switch (state.unit()) {
                    case NODE -> nodes ? slots : confusion;
                    case NUMBERED_NODE -> slots;
                    case MEMBER_GRAPH -> members;
                    case PAIR -> pairs;
                });
        pairs.show(examples.flatMap(EpisodePanel::pairs));
        confusion.show(whole);
        if (nodes) {
            hint.setText(Messages.get("painting.hint"));
            show(state);
        } else {
            hint.setText(Messages.get("episode.hint." + state.unit()));
            hint.setVisible(true);
            hint.setManaged(true);
            String otherwise = numbers ? "episode.graphs.silent" : "episode.graphs.none";
            title.setText(examples.map(EpisodePanel::title).orElse(Messages.get(otherwise)));
        }
    }

    private static String title(WatchedExamples examples) {
        if (examples.step() < 0) {
            return Messages.get("episode.graphs.silent");
        }
        return switch (examples) {
            case WatchedGraphs graphs ->
                    title("episode.graphs.title", graphs.step(), graphs.right(), graphs.queries());
            case WatchedClasses said ->
                    title("episode.confusion.title", said.step(), said.right(), said.queries());
            case WatchedPairs said ->
                    title("episode.pairs.title", said.step(), said.right(), said.queries());
        };
    }

    private static String title(String key, int step, int right, int queries) {
        return Messages.get(key, step, Integer.toString(step), right, queries);
    }

    private static Button button(String key) {
        Button button = new Button(Messages.get(key));
        button.setTooltip(new Tooltip(Messages.get(key + ".why")));
        return button;
    }

    private static Label wrapped(String id, ObservableValue<String> text) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.textProperty().bind(text);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private void show(State state) {
        boolean any = !state.slots().isEmpty();
        title.setText(
                state.isFull()
                        ? Messages.get("painting.title.whole", state.ways())
                        : any
                                ? Messages.get("painting.title", state.slots().size(), state.ways())
                                : Messages.get("painting.title.none"));
        hint.setVisible(!state.isFull());
        hint.setManaged(!state.isFull());
        complete.setDisable(!state.known() || state.isFull());
        clear.setDisable(!any);
        slots.getChildren().clear();
        for (int way = 0; way < state.slots().size(); way++) {
            slots.getChildren().add(row(way, state.slots().get(way)));
        }
    }

    private static Node row(int way, SlotState slot) {
        Label name = new Label(slot.className(), new WayDot(way));
        name.setId("slot-" + slot.className());
        name.setGraphicTextGap(6);
        GridPane bars = new GridPane(8, 3);
        bars.setPadding(new Insets(0, 0, 0, 14));
        bars.addRow(
                0,
                bar(slot.support(), slot.shots()),
                count("SUPPORT", slot.support(), slot.shots()));
        bars.addRow(
                1, bar(slot.query(), slot.queries()), count("QUERY", slot.query(), slot.queries()));
        return new VBox(3, name, bars);
    }

    private static Node bar(int has, int wanted) {
        ProgressBar bar = new ProgressBar(Math.min(1, (double) has / wanted));
        bar.getStyleClass().add("thin-bar");
        bar.setPrefWidth(BAR);
        HBox box = new HBox(bar);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Node count(String role, int has, int wanted) {
        Label label = new Label(Messages.get("painting.count." + role, has, wanted));
        label.getStyleClass().addAll("dim", "small-text");
        return label;
    }
}
