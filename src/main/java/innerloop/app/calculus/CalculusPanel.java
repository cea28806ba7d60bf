package innerloop.app.calculus;

import innerloop.app.Messages;
import innerloop.app.Segments;
import innerloop.app.calculus.CalculusViewModel.Direction;
import innerloop.app.calculus.CalculusViewModel.Look;
import innerloop.app.curves.ChartFiles;
import innerloop.calculus.Explanation;
import innerloop.calculus.Term;
import innerloop.colour.Theme;
import innerloop.graph.AttributedGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The arithmetic of the node in focus as a list of steps, of which one is open. Space goes one on, Shift+Space one back.
public final class CalculusPanel extends VBox {

    private static final double SIDE = 12;

    /// What the borders of a card take.
    private static final double BORDERS = 24;

    private final CalculusViewModel model;
    private final double zoom;
    private final Pointing pointing;
    private final BooleanSupplier spaceIsFree;
    private final Label title = wrapped("calculus-title", "title");
    private final SliceView slice;
    private final Label facts = wrapped("calculus-facts", "dim");
    private final Label place = new Label();
    private final VBox list = new VBox(6);
    private final ScrollPane scroll = new ScrollPane(list);
    private final List<StepCard> cards = new ArrayList<>();
    private final EventHandler<KeyEvent> keys = this::key;
    private Theme theme = Theme.LIGHT;
    private int hovered = -1;
    private int outerStep;
    private @Nullable StepCard open;

    /// @param zoom how much larger than usual formulas are
    /// @param pointing is told which nodes the pointer is at
    /// @param spaceIsFree whether nothing else is waiting for Space
    public CalculusPanel(
            CalculusViewModel model,
            double zoom,
            Consumer<List<Integer>> pointing,
            BooleanSupplier spaceIsFree) {
        super(6);
        this.model = model;
        this.zoom = zoom;
        this.pointing = pointing::accept;
        this.spaceIsFree = spaceIsFree;
        this.slice = new SliceView(model);
        setId("calculus-panel");
        getStyleClass().add("calculus-panel");
        setMinHeight(0);
        setPadding(new Insets(10, SIDE, 10, SIDE));
        setFocusTraversable(true);
        Label refusal = wrapped("calculus-refusal", "dim");
        refusal.textProperty().bind(model.refusal());
        show(refusal, model.refusal().isNotEmpty());
        scroll.setId("calculus-steps");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        show(scroll, refusal.visibleProperty().not());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        title.managedProperty().bind(title.textProperty().isNotEmpty());
        getChildren().setAll(title, choices(), steps(), refusal, scroll);
        scroll.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> requestFocus());
        sceneProperty().subscribe(this::moved);
        model.explanation().subscribe(this::tell);
        model.steps().subscribe(_ -> show());
        model.at().subscribe(_ -> look());
        model.look().subscribe(_ -> look());
        list.widthProperty().addListener((_, _, _) -> look());
    }

    private static Label wrapped(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().addAll(style, style.equals("dim") ? "small-text" : "label");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Region choices() {
        Segments<Direction> ways =
                new Segments<>(
                        "calculus-direction",
                        "calculus.direction",
                        model.direction(),
                        List.of(Direction.values()));
        Segments<Look> looks =
                new Segments<>(
                        "calculus-look", "calculus.look", model.look(), List.of(Look.values()));
        for (Segments<?> each : List.of(ways, looks)) {
            // Space would choose again what was chosen.
            each.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> requestFocus());
        }
        Choice<Part> parts = new Choice<>("calculus-layer", model.part(), Part::text);
        model.parts().subscribe(parts::offer);
        Choice<Integer> ends = Choice.ofNumber("calculus-other", model.other(), this::name);
        model.ends().subscribe(ends::offer);
        show(ends, model.about().isEqualTo(About.EDGE));
        Choice<Integer> heads =
                Choice.ofNumber(
                        "calculus-head",
                        model.head(),
                        head -> Messages.get("calculus.words.head", head + 1));
        model.current()
                .subscribe(term ->
                        heads.offer(
                                Choice.numbers(
                                        term.flatMap(EdgeValues::of)
                                                .map(EdgeValues::heads)
                                                .orElse(0))));
        show(heads, Bindings.size(heads.getItems()).greaterThan(1));
        BooleanBinding any = title.textProperty().isNotEmpty();
        show(ways, any);
        show(looks, any);
        show(parts, any.and(model.about().isNotEqualTo(About.INNER_LOOP)));
        Choice<About> about =
                new Choice<>(
                        "calculus-about",
                        model.about(),
                        each -> Messages.get("calculus.about." + each));
        model.explanation().subscribe(_ -> about.offer(offered()));
        model.refusal().subscribe(_ -> about.offer(offered()));
        for (Choice<?> each : List.of(about, ends, parts, heads)) {
            // What was chosen is gone through by the keys of the page.
            each.setOnHidden(_ -> requestFocus());
        }
        return new FlowPane(8, 6, about, ends, ways, looks, parts, heads);
    }

    /// What the page can be about: a graph alone has no member graphs.
    private List<About> offered() {
        AttributedGraph graph = model.graph();
        boolean members = graph != null && graph.graphs() > 1;
        return Stream.of(About.values())
                .filter(each -> members || each != About.GRAPH || model.about().get() == each)
                .toList();
    }

    private String name(int node) {
        AttributedGraph graph = model.graph();
        return graph == null || node < 0 || node >= graph.nodes()
                ? ""
                : graph.nodeNames().names().get(node);
    }

    private static void show(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }

    private Region steps() {
        Button back = new Button(Messages.get("calculus.back"));
        back.setId("calculus-back");
        back.setTooltip(new Tooltip(Messages.get("calculus.back.why")));
        back.setOnAction(_ -> model.back());
        Button next = new Button(Messages.get("calculus.next"));
        next.setId("calculus-next");
        next.getStyleClass().add("accent");
        next.setTooltip(new Tooltip(Messages.get("calculus.next.why")));
        next.setOnAction(_ -> model.next());
        for (Button each : List.of(back, next)) {
            each.setMinWidth(USE_PREF_SIZE);
            each.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> requestFocus());
        }
        place.setId("calculus-place");
        place.getStyleClass().addAll("dim", "small-text");
        HBox steps = new HBox(8, back, next, place);
        steps.setAlignment(Pos.CENTER_LEFT);
        show(steps, model.refusal().isEmpty());
        return steps;
    }

    private void moved(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.getRoot().removeEventHandler(KeyEvent.KEY_PRESSED, keys);
        }
        if (now != null) {
            now.getRoot().addEventHandler(KeyEvent.KEY_PRESSED, keys);
            Platform.runLater(this::takeFocus);
        } else {
            pointing.at(List.of());
        }
        if ((before == null) != (now == null)) {
            model.setSeen(now != null);
        }
    }

    /// After the click on the tab that brought it to the front, the keys are its own.
    private void takeFocus() {
        if (getScene() != null && getScene().getFocusOwner() instanceof ToggleButton) {
            requestFocus();
        }
    }

    /// Whoever writes, or has a button in focus, means something else by Space.
    private void key(KeyEvent event) {
        Node focus = getScene().getFocusOwner();
        boolean others =
                focus instanceof TextInputControl
                        || focus instanceof ButtonBase
                        || focus instanceof ComboBoxBase;
        boolean own = focus != null && isWithin(focus);
        if (event.getCode() == KeyCode.SPACE
                && !event.isShortcutDown()
                && !others
                && (own || spaceIsFree.getAsBoolean())) {
            event.consume();
            if (event.isShiftDown()) {
                model.back();
            } else {
                model.next();
            }
        }
    }

    private boolean isWithin(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == this) {
                return true;
            }
        }
        return false;
    }

    /// The outer step of the network that is shown.
    public void setOuterStep(int step) {
        outerStep = step;
        tell(model.explanation().get());
    }

    /// The words of a worksheet with what is shown.
    public WorksheetTexts words() {
        return new WorksheetTexts(List.of(title.getText(), facts.getText()));
    }

    private void tell(Optional<Explanation> explanation) {
        title.setText(explanation.map(this::title).orElse(""));
        facts.setText(
                explanation
                        .map(e -> CalculusTexts.facts(e, outerStep, model.about().get()))
                        .orElse(""));
    }

    private String title(Explanation explanation) {
        return switch (model.about().get()) {
            case EDGE -> CalculusTexts.edge(explanation, name(model.other().get()));
            case GRAPH ->
                    CalculusTexts.member(
                            explanation,
                            Objects.requireNonNull(model.graph()).graphOf()[explanation.number()]);
            case NODE, INNER_LOOP -> CalculusTexts.title(explanation);
        };
    }

    private void show() {
        List<Term> steps = model.steps().get();
        StepCard.Symbols symbols = new StepCard.Symbols(steps, model::choose);
        cards.clear();
        open = null;
        boolean inner = model.about().get() == About.INNER_LOOP;
        int layer = inner ? -1 : 0;
        List<Node> made = new ArrayList<>(inner ? List.of(facts, slice) : List.of(facts));
        for (int k = 0; k < steps.size(); k++) {
            if (steps.get(k).layer() != layer) {
                layer = steps.get(k).layer();
                Label heading =
                        new Label(Messages.get(inner ? "calculus.inner" : "calculus.layer", layer));
                heading.getStyleClass().addAll("dim", "small-text");
                made.add(heading);
            }
            StepCard card = new StepCard(k, steps.get(k), symbols, zoom, pointing);
            cards.add(card);
            made.add(card);
        }
        list.getChildren().setAll(made);
        look();
    }

    private void look() {
        int at = model.at().get();
        place.setText(Messages.get("calculus.place", at + 1, cards.size()));
        if (open != null) {
            open.close();
            open = null;
        }
        if (at < cards.size()) {
            StepCard card = cards.get(at);
            open = card;
            card.open(model.look().get(), theme, list.getWidth() - BORDERS);
            card.setHovered(hovered);
            Platform.runLater(() -> reveal(card));
        }
    }

    /// Scrolls so that a card is seen, its upper end first.
    private void reveal(StepCard card) {
        if (card != open) {
            return;
        }
        scroll.applyCss();
        scroll.layout();
        Bounds seen = scroll.getViewportBounds();
        double hidden = list.getHeight() - seen.getHeight();
        if (hidden > 0) {
            // With the first step everything above it is seen.
            double top = card == cards.getFirst() ? 0 : card.getBoundsInParent().getMinY();
            double bottom = card.getBoundsInParent().getMaxY();
            double from = scroll.getVvalue() * hidden;
            if (top < from || bottom > from + seen.getHeight()) {
                double wanted = Math.min(top, Math.max(0, bottom - seen.getHeight()));
                boolean tall = bottom - top > seen.getHeight();
                scroll.setVvalue(Math.clamp((tall ? top : wanted) / hidden, 0.0, 1.0));
            }
        }
    }

    /// The pointer is at a node elsewhere, −1 for none.
    public void setHovered(int node) {
        hovered = node;
        if (open != null) {
            open.setHovered(node);
        }
    }

    /// Light or dark.
    public void setTheme(Theme look) {
        theme = look;
        slice.setTheme(look);
        look();
    }

    /// Where pictures are saved.
    public void setFiles(ChartFiles files) {
        slice.setFiles(files);
    }
}
