package innerloop.app.outer;

import innerloop.app.Messages;
import innerloop.app.curves.ChartFiles;
import innerloop.app.curves.MarkCanvas;
import innerloop.app.theme.WayDot;
import innerloop.colour.Theme;
import innerloop.episode.Episode;
import innerloop.graph.AttributedGraph;
import innerloop.io.OuterTraceJson;
import innerloop.io.TraceSource;
import innerloop.microscope.EpisodeTrace;
import innerloop.microscope.OuterTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/// One outer step: a card for each of its episodes, beside one picture of all their paths and arrows. The card under the pointer, or
/// with the focus, lights its episode.
public final class OuterPanel extends StackPane {

    private static final double WORDS = 330;
    private static final double DOT = 5;
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private final OuterViewModel model;
    private final Label title = wrapped("outer-title");
    private final Label plane = wrapped("outer-plane");
    private final Label sentence = wrapped("outer-sentence");
    private final VBox cards = new VBox(4);
    private final MarkCanvas picture;
    private Consumer<Optional<Episode>> light = _ -> {};
    private OptionalInt lit = OptionalInt.empty();

    /// A page that shows what its model knows.
    public OuterPanel(OuterViewModel model) {
        this.model = model;
        this.picture = new MarkCanvas("outer-step", this::json);
        setId("outer-panel");
        setMinHeight(0);
        setPadding(new Insets(10, 12, 10, 12));
        title.getStyleClass().add("title");
        plane.getStyleClass().addAll("dim", "small-text");
        sentence.getStyleClass().addAll("dim", "small-text");
        cards.setId("outer-cards");
        ScrollPane words = new ScrollPane(new VBox(6, title, plane, cards, sentence));
        words.setFitToWidth(true);
        words.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        words.setFocusTraversable(false);
        words.setMinWidth(WORDS);
        words.setPrefWidth(WORDS);
        words.setMaxWidth(WORDS);
        HBox.setHgrow(picture, Priority.ALWAYS);
        HBox both = new HBox(14, words, picture);
        both.visibleProperty().bind(model.refusal().isEmpty());
        Label refusal = wrapped("outer-refusal");
        refusal.getStyleClass().add("dim");
        refusal.textProperty().bind(model.refusal());
        refusal.visibleProperty().bind(model.refusal().isNotEmpty());
        getChildren().setAll(both, refusal);
        StackPane.setAlignment(refusal, Pos.TOP_LEFT);
        // A page that is not in front is in no scene.
        sceneProperty()
                .subscribe(scene -> {
                    model.setSeen(scene != null);
                    if (scene == null) {
                        setLit(OptionalInt.empty());
                    }
                });
        model.view().subscribe(_ -> show());
    }

    private static Label wrapped(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void show() {
        setLit(OptionalInt.empty());
        List<Node> made = new ArrayList<>();
        OuterView view = model.view().get();
        if (view != null) {
            OuterTrace trace = view.trace();
            title.setText(OuterTexts.title(trace));
            plane.setText(OuterTexts.plane(trace));
            sentence.setText(OuterTexts.sentence(trace));
            for (int i = 0; i < trace.episodes().size(); i++) {
                made.add(card(i, trace, view.moment().graph()));
            }
        }
        cards.getChildren().setAll(made);
        draw();
    }

    private Node card(int number, OuterTrace trace, AttributedGraph graph) {
        EpisodeTrace each = trace.episodes().get(number);
        Circle dot = new Circle(DOT);
        dot.setStyle("-fx-fill: " + OuterPicture.colour(number).variable());
        Label name = new Label(Messages.get("outer.episode", number + 1), dot);
        name.getStyleClass().add("small-text");
        Label losses =
                new Label(
                        OuterTexts.losses(
                                each, trace.plane().through() == OuterTrace.Through.MOVEMENT));
        losses.getStyleClass().add("small-text");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        FlowPane classes = new FlowPane(10, 2);
        List<String> names = each.subject().classes(graph);
        for (int way = 0; way < names.size(); way++) {
            Label one = new Label(names.get(way), new WayDot(way));
            one.getStyleClass().addAll("small-text", "dim");
            classes.getChildren().add(one);
        }
        Label angles = new Label(OuterTexts.angles(each));
        angles.getStyleClass().addAll("small-text", "dim");
        VBox card = new VBox(2, new HBox(6, name, gap, losses), classes, angles);
        card.setId("outer-card-" + (number + 1));
        card.getStyleClass().add("outer-card");
        card.setFocusTraversable(true);
        card.setAccessibleText(name.getText() + ", " + losses.getText() + ", " + angles.getText());
        Tooltip.install(card, new Tooltip(Messages.get("outer.episode.why")));
        card.hoverProperty().subscribe(_ -> follow(card, number));
        card.focusedProperty().subscribe(_ -> follow(card, number));
        return card;
    }

    private void follow(Node card, int number) {
        boolean on = card.isHover() || card.isFocused();
        card.pseudoClassStateChanged(LIT, on);
        if (on) {
            setLit(OptionalInt.of(number));
        } else if (lit.equals(OptionalInt.of(number))) {
            setLit(OptionalInt.empty());
        }
    }

    private void setLit(OptionalInt number) {
        OuterView view = model.view().get();
        if (!lit.equals(number)) {
            lit = number;
            light.accept(
                    view == null || number.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    view.trace()
                                            .episodes()
                                            .get(number.getAsInt())
                                            .subject()
                                            .episode()));
            draw();
        }
    }

    private void draw() {
        OuterView view = model.view().get();
        if (view == null) {
            picture.show((_, _, _) -> List.of(), "");
        } else {
            picture.show(
                    OuterPicture.of(view.trace(), lit).chart()::marks,
                    String.join(" ", title.getText(), plane.getText(), sentence.getText()));
        }
    }

    private String json() {
        OuterView view = model.view().get();
        return view == null
                ? ""
                : OuterTraceJson.text(
                        new TraceSource(
                                view.moment().experiment(), view.moment().state().isPresent()),
                        view.trace(),
                        view.moment().graph());
    }

    /// Light or dark.
    public void setTheme(Theme look) {
        picture.setTheme(look);
    }

    /// Where the picture and its numbers are saved.
    public void setFiles(ChartFiles files) {
        picture.setFiles(files);
    }

    /// What shows the nodes of an episode, or those of the watched one again if there is none.
    public void setLight(Consumer<Optional<Episode>> shower) {
        light = shower;
    }
}
