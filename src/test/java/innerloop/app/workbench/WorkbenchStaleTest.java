package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.embedding.Projections.Kind;
import innerloop.app.graphview.ColourMode;
import innerloop.app.run.RunStatusModel.State;
import innerloop.episode.Lanes;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.kinds.Kinds;
import innerloop.nn.Encoder;
import innerloop.training.Observation;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is shown of a network belongs to the open graph and recipe, says that it does not, or goes.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchStaleTest {

    private static final String BEFORE = "of the recipe before the last edits";

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openKarate() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.openSample("karate");
        edit(e -> e.withBudget(new Budget(20, 10, 20)));
        robot.click("tab-graph-embedding");
        robot.await("a first picture", () -> picture() != null);
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private @Nullable Observation picture() {
        return robot.workbench().runModel().observation().get();
    }

    private void edit(UnaryOperator<Experiment> how) {
        robot.see(() -> {
            robot.workbench().document().edit("test", "", how);
            return true;
        });
    }

    private static Encoder gin() {
        return Kinds.ENCODER.kind("gin").defaults().get();
    }

    private int shownPoints() {
        return robot.workbench().embeddingView().nodesProperty().get().count();
    }

    private boolean isPredicted() {
        return robot.workbench().graphView().attributes().find("predicted").isPresent();
    }

    @Test
    void pictureCaptionAndPredictionsGoWithTheNetworkTheyAreOf() {
        robot.await("predictions", this::isPredicted);
        assertThat(robot.text("embedding-caption")).startsWith("GCN");
        boolean gone =
                robot.see(() -> {
                    robot.workbench().document().edit("test", "", e -> e.withEncoder(gin()));
                    return picture() == null && shownPoints() == 0 && !isPredicted();
                });
        assertThat(gone).isTrue();
        robot.await("of the new one", () -> robot.text("embedding-caption").startsWith("GIN"));
        assertThat(robot.<Boolean>see(this::isPredicted)).isTrue();
        robot.see(() -> {
            robot.workbench().document().undo();
            return true;
        });
        robot.await("of the old one", () -> robot.text("embedding-caption").startsWith("GCN"));
    }

    @Test
    void nothingStaysOfARecipeThatCanNoLongerRun() {
        robot.await("predictions", this::isPredicted);
        edit(e -> e.withSplit(e.split().withLanes(new Lanes(List.of(), List.of(), List.of()))));
        assertThat(robot.<Integer>see(this::shownPoints)).isZero();
        assertThat(robot.<Boolean>see(this::isPredicted)).isFalse();
        assertThat(robot.text("embedding-caption")).isEmpty();
    }

    @Test
    void aTsnePictureGoesWithItsNetworkAndIsMadeAnew() {
        robot.see(() -> {
            robot.workbench().projections().kind().set(Kind.TSNE);
            return true;
        });
        robot.await(
                "a t-SNE picture", () -> robot.workbench().projections().picture().get() != null);
        boolean gone =
                robot.see(() -> {
                    robot.workbench().document().edit("test", "", e -> e.withSeed(77));
                    return robot.workbench().projections().picture().get() == null;
                });
        assertThat(gone).isTrue();
        robot.await(
                "one of the new network",
                () -> robot.workbench().projections().picture().get() != null);
        assertThat(robot.text("embedding-caption")).contains("t-SNE").doesNotContain("Again");
    }

    @Test
    void whatARunSaysIsMarkedOnceTheRecipeIsAnother() {
        robot.click("button-run-start");
        robot.await("finished", () -> robot.state() == State.FINISHED);
        robot.await(
                "its picture",
                () -> {
                    Observation seen = picture();
                    return seen != null && seen.step() == 20;
                });
        robot.see(() -> {
            int[] predicted = Objects.requireNonNull(picture()).outcome().nodes().predicted();
            int known = 0;
            while (predicted[known] < 0) {
                known++;
            }
            robot.workbench().selection().focusProperty().set(known);
            robot.workbench().graphView().setColour(ColourMode.PREDICTION);
            return true;
        });
        assertThat(robot.text("embedding-caption")).doesNotContain(BEFORE);
        edit(e -> e.withEncoder(gin()));
        assertThat(robot.text("embedding-caption")).startsWith("GCN").endsWith(BEFORE);
        assertThat(robot.text("curves-remark")).isEqualTo(BEFORE);
        robot.press(KeyCode.CONTROL, KeyCode.I);
        robot.await("its prediction", () -> robot.text("node-prediction").endsWith(BEFORE));
        robot.click("tab-watching-table");
        robot.await("the table", () -> robot.shows("table-stale"));
        assertThat(robot.text("table-stale")).contains(BEFORE);
        robot.click("table-edges");
        robot.await("edges say nothing of it", () -> !robot.shows("table-stale"));
        robot.click("tab-graph-graph");
        assertThat(robot.text("canvas-stale")).contains(BEFORE);
        robot.see(() -> {
            robot.workbench().graphView().setColour(ColourMode.CLASS);
            return true;
        });
        assertThat(robot.shows("canvas-stale")).as("nothing is seen of it").isFalse();
        robot.see(() -> {
            robot.workbench().document().undo();
            robot.workbench().graphView().setColour(ColourMode.PREDICTION);
            return true;
        });
        assertThat(robot.shows("canvas-stale")).as("it is its own again").isFalse();
    }
}
