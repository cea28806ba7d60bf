package innerloop.app.outer;

import innerloop.app.curves.ChartFiles;
import innerloop.app.curves.MarkCanvas;
import innerloop.colour.Theme;
import innerloop.episode.Episode;
import innerloop.graph.AttributedGraph;
import innerloop.io.OuterTraceJson;
import innerloop.io.TraceSource;
import innerloop.microscope.EpisodeTrace;
import innerloop.microscope.OuterTrace;
import innerloop.microscope.Solution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One outer step: a card for each of its episodes, beside one picture of all their paths and arrows. The card under the pointer, or
/// with the focus, lights its episode.
public final class OuterPanel extends StackPane {

    private static final double WORDS = 330;
    private static final double CARD = 306;

    /// Four cards beside each other.
    private static final double LOW_WORDS = 446;

    /// A page that is not as high has room for one card above another only.
    private static final double LOW = 220;

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private final OuterViewModel model;
    private final Label title = wrapped("outer-title");
    private final Label plane = wrapped("outer-plane");
    private final Label sentence = wrapped("outer-sentence");
    private final FlowPane cards = new FlowPane(4, 4);
    private final VBox told = new VBox(6);
    private final ScrollPane words = new ScrollPane(told);
    private final MarkCanvas picture;
    private final MarkCanvas solution;
    private final BooleanBinding low = heightProperty().lessThan(LOW);
    private Consumer<Optional<Episode>> light = _ -> {};
    private OptionalInt lit = OptionalInt.empty();

    /// The episode whose solution is seen: the one that was lit last.
    private int solved;

    /// A page that shows what its model knows.
    public OuterPanel(OuterViewModel model) {
        this.model = model;
        this.picture = new MarkCanvas("outer-step", this::json);
        this.solution = new MarkCanvas("outer-solution", this::json);
        setId("outer-panel");
        setMinHeight(0);
        setPadding(new Insets(10, 12, 10, 12));
        title.getStyleClass().add("title");
        plane.getStyleClass().addAll("dim", "small-text");
        sentence.getStyleClass().addAll("dim", "small-text");
        cards.setId("outer-cards");
        words.setFitToWidth(true);
        words.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        words.setFocusTraversable(false);
        for (MarkCanvas each : List.of(picture, solution)) {
            HBox.setHgrow(each, Priority.ALWAYS);
            each.setPrefWidth(0);
        }
        solution.managedProperty().bind(solution.visibleProperty());
        low.subscribe(this::lay);
        HBox both = new HBox(14, words, picture, solution);
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
            sentence.setText(OuterTexts.sentence(trace, view.goesOn()));
            solved = Math.min(solved, trace.episodes().size() - 1);
            for (int i = 0; i < trace.episodes().size(); i++) {
                made.add(card(i, trace, view.moment().graph()));
            }
        }
        cards.getChildren().setAll(made);
        draw();
    }

    private EpisodeCard card(int number, OuterTrace trace, AttributedGraph graph) {
        EpisodeCard card = new EpisodeCard(number, trace, graph);
        card.lay(low.get(), CARD);
        card.hoverProperty().subscribe(_ -> follow(card, number));
        card.focusedProperty().subscribe(_ -> follow(card, number));
        return card;
    }

    /// In a low window the cards come first, beside each other.
    private void lay(boolean isLow) {
        words.setMinWidth(isLow ? LOW_WORDS : WORDS);
        words.setPrefWidth(isLow ? LOW_WORDS : WORDS);
        words.setMaxWidth(isLow ? LOW_WORDS : WORDS);
        told.getChildren()
                .setAll(
                        isLow
                                ? List.of(title, cards, plane, sentence)
                                : List.of(title, plane, cards, sentence));
        cards.getChildren().forEach(card -> ((EpisodeCard) card).lay(isLow, CARD));
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
            solved = number.orElse(solved);
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
        drawSolution(view);
    }

    private void drawSolution(@Nullable OuterView view) {
        Optional<EpisodeTrace> shown =
                Optional.ofNullable(view)
                        .map(now -> now.trace().episodes())
                        .filter(all -> !all.isEmpty())
                        .map(all -> all.get(solved));
        Optional<Solution> found = shown.flatMap(EpisodeTrace::solution);
        solution.setVisible(found.isPresent());
        if (view != null && shown.isPresent() && found.isPresent()) {
            solution.show(
                    SolutionPicture.of(
                            found.get(),
                            solved,
                            shown.get().subject().classes(view.moment().graph())),
                    OuterTexts.solution(shown.get()));
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
        solution.setTheme(look);
    }

    /// Where the picture and its numbers are saved.
    public void setFiles(ChartFiles files) {
        picture.setFiles(files);
        solution.setFiles(files);
    }

    /// What shows the nodes of an episode, or those of the watched one again if there is none.
    public void setLight(Consumer<Optional<Episode>> shower) {
        light = shower;
    }
}
