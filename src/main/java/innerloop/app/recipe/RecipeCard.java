package innerloop.app.recipe;

import innerloop.app.Messages;
import innerloop.checks.Finding;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A numbered section of the recipe: title, a short thing at the right, rows, findings.
final class RecipeCard extends VBox {

    private final VBox body = new VBox();
    private final VBox findings = new VBox(3);

    RecipeCard(int number, String key, Node right) {
        setId("card-" + key);
        getStyleClass().add("recipe-card");
        Label badge = new Label(Integer.toString(number));
        badge.getStyleClass().add("card-number");
        Label title = new Label(Messages.get("recipe." + key + ".title"));
        title.getStyleClass().add("title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(8, badge, title, gap, right);
        header.setAlignment(Pos.CENTER_LEFT);
        header.setMinHeight(24);
        body.getStyleClass().add("card-body");
        findings.setId("findings-" + key);
        findings.getStyleClass().add("card-body");
        getChildren().addAll(header, body, findings);
        setFindings(List.of());
    }

    RecipeCard with(Node... rows) {
        body.getChildren().addAll(rows);
        return this;
    }

    /// Shows these findings below the rows.
    void setFindings(List<Finding> found) {
        findings.getChildren().setAll(found.stream().map(RecipeCard::line).toList());
        findings.setVisible(!found.isEmpty());
        findings.setManaged(!found.isEmpty());
    }

    private static Label line(Finding finding) {
        Label label = new Label(SettingNames.in(finding.trouble().sentence()));
        label.getStyleClass().add(finding.blocking() ? "field-error" : "field-note");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
