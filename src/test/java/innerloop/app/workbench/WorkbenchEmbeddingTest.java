package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.embedding.Projections.Kind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The embedding's projections in the whole window.
@SuppressWarnings("NullAway.Init")
class WorkbenchEmbeddingTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openKarate() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.openSample("karate");
        robot.click("tab-graph-embedding");
        robot.await(
                "a first picture", () -> robot.workbench().runModel().observation().get() != null);
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private void project(Kind kind) {
        robot.see(() -> {
            robot.workbench().projections().kind().set(kind);
            return true;
        });
    }

    private float[] positions() {
        return robot.see(() -> robot.workbench().embeddingView().positions());
    }

    private double progress() {
        return robot.see(() -> robot.workbench().projections().progress().get());
    }

    @Test
    void tsneIsMadeOnRequestAndPcaComesBack() {
        float[] pca = positions();
        project(Kind.TSNE);
        robot.await("a whole t-SNE picture", this::isWhole);
        float[] tsne =
                Objects.requireNonNull(
                                robot.see(() -> robot.workbench().projections().picture().get()))
                        .positions();
        robot.await("it is shown", () -> Arrays.equals(positions(), tsne));
        assertThat(tsne).hasSameSizeAs(pca).isNotEqualTo(pca);
        assertThat(robot.text("embedding-caption")).contains("t-SNE", "iteration 750");
        project(Kind.PCA);
        robot.await("PCA is shown", () -> Arrays.equals(positions(), pca));
        assertThat(robot.text("embedding-caption")).contains("PCA");
    }

    private boolean isWhole() {
        var picture = robot.workbench().projections().picture().get();
        return picture != null && picture.iterations() == 750 && progress() == 0;
    }
}
