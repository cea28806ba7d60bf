package innerloop.app.recipe;

import innerloop.io.GraphSummary;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the file of the open graph says of it: a line for each [GraphFact], whose details unfold.
final class GraphFacts extends VBox {

    /// @param summary of the graph as it was read; empty while none is open
    GraphFacts(ObservableValue<Optional<GraphSummary>> summary) {
        setId("graph-facts");
        setFillWidth(true);
        summary.subscribe(read -> show(read.map(GraphFact::of).orElse(List.of())));
    }

    private void show(List<GraphFact> facts) {
        getChildren().setAll(facts.stream().map(GraphFacts::line).toList());
        setVisible(!facts.isEmpty());
        setManaged(!facts.isEmpty());
    }

    private static Node line(GraphFact fact) {
        Label details = new Label(String.join("\n", fact.details()));
        details.setId("fact-details-" + fact.id());
        details.getStyleClass().addAll("dim", "small-text", "fact-details");
        details.setWrapText(true);
        details.setMinHeight(Region.USE_PREF_SIZE);
        ToggleButton toggle = new ToggleButton();
        toggle.setId("fact-" + fact.id());
        toggle.getStyleClass().setAll("leaks-toggle", fact.odd() ? "fact-odd" : "fact-plain");
        toggle.setWrapText(true);
        toggle.setMinHeight(Region.USE_PREF_SIZE);
        toggle.setDisable(fact.details().isEmpty());
        toggle.selectedProperty()
                .subscribe(open ->
                        toggle.setText(
                                (fact.details().isEmpty() ? "" : open ? "▼ " : "▶ ")
                                        + fact.line()));
        details.visibleProperty().bind(toggle.selectedProperty());
        details.managedProperty().bind(toggle.selectedProperty());
        return new VBox(toggle, details);
    }
}
