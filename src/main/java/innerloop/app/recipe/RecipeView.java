package innerloop.app.recipe;

import innerloop.app.Messages;
import innerloop.app.split.LeakList;
import innerloop.app.split.RegionRow;
import innerloop.app.split.SplitContext;
import innerloop.app.split.SplitLanes;
import innerloop.app.split.SplitMenu;
import innerloop.app.split.SplitViewModel;
import innerloop.experiment.kinds.Kinds;
import innerloop.experiment.kinds.Section;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The left side of the window: five cards from graph to budget.
public final class RecipeView extends ScrollPane {

    private final RecipeViewModel model;

    /// A view of this recipe. `classColour` gives the web colour of a class index, the same in
    /// every view; `context` is what the split needs of the window; `forecast` says what a run will take.
    public RecipeView(
            RecipeViewModel model, SplitContext context, ObservableValue<String> forecast) {
        this.model = model;
        setId("recipe");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        RecipeCard graph = graphCard();
        RecipeCard split = splitCard(context);
        RecipeCard encoder =
                kindCard(3, Kinds.ENCODER)
                        .with(kindRow(Kinds.PRETRAINING))
                        .with(SettingRows.of(model, Kinds.PRETRAINING));
        RecipeCard learner = kindCard(4, Kinds.LEARNER);
        RecipeCard budget = budgetCard(forecast);
        budget.pseudoClassStateChanged(PseudoClass.getPseudoClass("last-card"), true);
        setContent(new VBox(graph, split, encoder, learner, budget));
        model.findings()
                .subscribe(_ -> {
                    graph.setFindings(
                            model.findingsOfCard("graph", "history", "features", "task", "name"));
                    split.setFindings(model.findingsOfCard("split"));
                    encoder.setFindings(model.findingsOfCard("encoder", "pretraining"));
                    learner.setFindings(model.findingsOfCard("learner"));
                    budget.setFindings(model.findingsOfCard("budget", "seed"));
                });
    }

    private RecipeCard graphCard() {
        Label size = new Label();
        size.setId("graph-size");
        size.getStyleClass().add("dim");
        size.textProperty().bind(model.graphSize());
        Label line = new Label();
        line.setId("graph-line");
        line.getStyleClass().addAll("dim", "small-text");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.textProperty().bind(model.graphLine());
        return new RecipeCard(1, "graph", size)
                .with(
                        line,
                        new GraphFacts(model.graphSummary()),
                        FieldRow.words(model.field("name")))
                .with(SettingRows.of(model, Kinds.HISTORY))
                .with(SettingRows.of(model, Kinds.FEATURES))
                .with(kindRow(Kinds.TASK))
                .with(SettingRows.of(model, Kinds.TASK));
    }

    private RecipeCard splitCard(SplitContext context) {
        Button shuffle = new Button("", new FontIcon(Feather.SHUFFLE));
        shuffle.setAccessibleText(Messages.get("split.shuffle"));
        shuffle.setId("split-shuffle");
        shuffle.getStyleClass().add("flat");
        shuffle.setTooltip(new Tooltip(Messages.get("split.shuffle.why")));
        shuffle.setOnAction(_ -> model.split().shuffle());
        shuffle.disableProperty().bind(model.split().state().map(state -> !state.isKnown()));
        HBox right = new HBox(2, new SplitMenu(model.split()), shuffle);
        right.setAlignment(Pos.CENTER_RIGHT);
        LeakList leaks = new LeakList(context.leaks(), context::select, model.split()::repair);
        leaks.visibleProperty().bind(model.split().state().map(SplitViewModel.State::isKnown));
        leaks.managedProperty().bind(leaks.visibleProperty());
        return new RecipeCard(2, "split", right)
                .with(
                        new SplitLanes(model.split(), context),
                        new RegionRow(model.split(), context),
                        leaks);
    }

    /// The row in which a section's kind is picked; none if there is but one.
    private Node[] kindRow(Section<?> section) {
        return section.kinds().size() < 2
                ? new Node[0]
                : new Node[] {FieldRow.of(model.choice(section.kindPath()))};
    }

    /// A card of a section whose kind is picked in its title.
    private RecipeCard kindCard(int number, Section<?> section) {
        return new RecipeCard(number, section.name(), quiet(section.kindPath()))
                .with(SettingRows.of(model, section));
    }

    private RecipeCard budgetCard(ObservableValue<String> forecast) {
        Label line = new Label();
        line.setId("forecast");
        line.getStyleClass().add("dim");
        line.textProperty().bind(forecast);
        Tooltip tip = new Tooltip(Messages.get("forecast.why"));
        tip.setWrapText(true);
        tip.setMaxWidth(300);
        line.setTooltip(tip);
        return new RecipeCard(5, "budget", line).with(SettingRows.of(model, Kinds.BUDGET));
    }

    private ComboBox<?> quiet(String where) {
        ComboBox<?> box = new ChoiceInput<>(model.choice(where));
        box.getStyleClass().add("quiet");
        Tooltip tip = new Tooltip(FieldSpec.why(where));
        tip.setWrapText(true);
        tip.setMaxWidth(300);
        box.setTooltip(tip);
        return box;
    }
}
