package innerloop.app.embedding;

import innerloop.app.Messages;
import innerloop.app.Segments;
import innerloop.app.ToolRow;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Chooses the projection and what is shown besides the nodes, starts t-SNE anew and stops it; for the header of the embedding's card.
public final class ProjectionTools {

    private ProjectionTools() {}

    /// @param view whose layers can be chosen
    /// @param again makes a t-SNE picture of the newest embedding
    public static ToolRow of(Projections projections, EmbeddingView view, Runnable again) {
        ComboBox<Projections.Kind> kind = new ComboBox<>();
        kind.setId("projection");
        kind.getStyleClass().add("quiet");
        kind.getItems().setAll(Projections.Kind.values());
        kind.valueProperty().bindBidirectional(projections.kind());
        kind.setAccessibleText(Messages.get("projection.why"));
        kind.setTooltip(new Tooltip(Messages.get("projection.why")));
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("thin-bar");
        bar.setPrefWidth(60);
        bar.progressProperty().bind(projections.progress());
        bar.visibleProperty().bind(projections.progress().greaterThan(0));
        bar.managedProperty().bind(bar.visibleProperty());
        Label left = new Label();
        left.setId("projection-left");
        left.getStyleClass().addAll("dim", "numbers");
        left.setMinWidth(Region.USE_PREF_SIZE);
        left.textProperty().bind(projections.left());
        left.visibleProperty().bind(bar.visibleProperty());
        left.managedProperty().bind(bar.visibleProperty());
        Button act = new Button();
        act.setId("projection-act");
        act.getStyleClass().add("flat");
        act.setMinWidth(Region.USE_PREF_SIZE);
        act.textProperty()
                .bind(
                        projections
                                .progress()
                                .map(done ->
                                        Messages.get(
                                                done.doubleValue() > 0
                                                        ? "projection.stop"
                                                        : "projection.again")));
        act.visibleProperty().bind(projections.kind().map(shown -> shown == Projections.Kind.TSNE));
        act.managedProperty().bind(act.visibleProperty());
        act.setOnAction(_ -> {
            if (projections.progress().get() > 0) {
                projections.stop();
            } else {
                again.run();
            }
        });
        return new ToolRow(
                left,
                bar,
                act,
                kind,
                new Segments<>(
                        "projection-dimensions",
                        "projection.dimensions",
                        projections.dimensions().asObject(),
                        List.of(2, 3)),
                new LayerMenu(view));
    }
}
