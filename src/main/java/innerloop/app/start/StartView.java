package innerloop.app.start;

import innerloop.app.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The page of an empty window: one click to a sample, two ways to a file, and what was open last.
public final class StartView extends ScrollPane {

    private static final double WIDTH = 808;

    private final StartActions actions;
    private final RecentFiles recent;
    private final VBox recentList = new VBox(2);

    /// @param lessons what the program teaches; none if it lacks them
    public StartView(
            List<Sample> samples,
            List<LessonCard> lessons,
            RecentFiles recent,
            StartActions actions) {
        this.actions = actions;
        this.recent = recent;
        setId("start");
        setFitToWidth(true);
        setFitToHeight(true);
        Label title = new Label(Messages.get("start.title"));
        title.getStyleClass().add("start-title");
        Label lead = new Label(Messages.get("start.lead"));
        lead.getStyleClass().add("start-lead");
        lead.setWrapText(true);
        lead.setMinHeight(Region.USE_PREF_SIZE);
        SampleCards cards = new SampleCards(samples, actions::open);
        Label hint = new Label(Messages.get("start.drop"));
        hint.getStyleClass().add("drop-hint");
        hint.setMaxWidth(Double.MAX_VALUE);
        VBox page =
                new VBox(
                        title,
                        lead,
                        guide(),
                        heading("start.samples"),
                        cards,
                        lessons(lessons),
                        heading("start.own"),
                        buttons(),
                        hint);
        Label recentHeading = heading("start.recent");
        recentHeading.visibleProperty().bind(recent.files().emptyProperty().not());
        recentHeading.managedProperty().bind(recentHeading.visibleProperty());
        recentList.setId("start-recent");
        page.getChildren().addAll(recentHeading, recentList);
        page.getStyleClass().add("start");
        page.setMaxWidth(WIDTH);
        setContent(new StackPane(page));
        StackPane.setAlignment(page, Pos.TOP_CENTER);
        recent.files().subscribe(_ -> showRecent());
        showRecent();
    }

    private static Label heading(String key) {
        Label label = new Label(Messages.get(key));
        label.getStyleClass().add("start-heading");
        return label;
    }

    private Button guide() {
        Button guide = new Button(Messages.get("start.guide"), new FontIcon(Feather.COMPASS));
        guide.setId("start-guide");
        guide.getStyleClass().add("accent");
        guide.setOnAction(_ -> actions.guide());
        actions.guideOffered().subscribe(guide::setVisible);
        guide.managedProperty().bind(guide.visibleProperty());
        return guide;
    }

    private VBox lessons(List<LessonCard> lessons) {
        VBox all =
                new VBox(
                        12,
                        heading("start.lessons"),
                        LessonCard.cards("start", lessons, actions::open));
        all.setVisible(!lessons.isEmpty());
        all.setManaged(!lessons.isEmpty());
        return all;
    }

    private HBox buttons() {
        Button graph =
                new Button(Messages.get("command.file.openGraph"), new FontIcon(Feather.FOLDER));
        graph.setId("start-open-graph");
        graph.setOnAction(_ -> actions.chooseGraph());
        Button experiment =
                new Button(
                        Messages.get("command.file.openExperiment"),
                        new FontIcon(Feather.FILE_TEXT));
        experiment.setId("start-open-experiment");
        experiment.setOnAction(_ -> actions.chooseExperiment());
        return new HBox(8, graph, experiment);
    }

    private void showRecent() {
        recentList.getChildren().clear();
        for (Path file : recent.files()) {
            Button item = new Button();
            item.setId("recent-" + file.getFileName());
            item.getStyleClass().add("recent-item");
            item.setMaxWidth(Double.MAX_VALUE);
            item.setTooltip(new Tooltip(file.toString()));
            recentList.getChildren().add(item);
            present(item, file, true);
            // A path on a sleeping network drive can take seconds to answer.
            Thread.ofVirtual()
                    .name("recent-files")
                    .start(() -> {
                        if (!Files.exists(file)) {
                            Platform.runLater(() -> present(item, file, false));
                        }
                    });
        }
    }

    private void present(Button item, Path file, boolean exists) {
        Label name = new Label(String.valueOf(file.getFileName()));
        Label detail =
                new Label(
                        exists ? String.valueOf(file.getParent()) : Messages.get("start.missing"));
        detail.getStyleClass().addAll("dim", "small-text");
        name.setOpacity(exists ? 1 : 0.5);
        HBox line =
                new HBox(10, new FontIcon(exists ? Feather.FILE_TEXT : Feather.X), name, detail);
        line.setAlignment(Pos.CENTER_LEFT);
        item.setGraphic(line);
        item.setOnAction(_ -> {
            if (exists) {
                actions.open(file);
            } else {
                recent.remove(file);
            }
        });
    }
}
