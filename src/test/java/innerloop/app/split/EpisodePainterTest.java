package innerloop.app.split;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.BlockModel;
import innerloop.app.canvas.Tool;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.split.EpisodePainter.SlotState;
import innerloop.episode.PaintedEpisode;
import innerloop.graph.AttributedGraph;
import innerloop.training.SmallExperiments;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The task is 2-way 2-shot with 5 queries; class ck has the nodes from 25 k on.
class EpisodePainterTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();

    private final WorkbenchDocument document = new WorkbenchDocument(SmallExperiments.easy(1));
    private final EpisodePainter painter = new EpisodePainter(document);

    private void open() {
        document.open(SmallExperiments.easy(1), GRAPH, null);
    }

    private void stroke(Tool tool, int... nodes) {
        for (int node : nodes) {
            painter.paint(tool, node);
        }
        painter.end();
    }

    private PaintedEpisode painted() {
        return document.experiment().get().split().painted();
    }

    private List<SlotState> slots() {
        return painter.state().get().slots();
    }

    @Test
    void withoutAGraphNothingIsPainted() {
        stroke(Tool.SUPPORT, 3);
        painter.complete();
        assertThat(painted().isEmpty()).isTrue();
        assertThat(painter.state().get().known()).isFalse();
    }

    @Test
    void aStrokeIsOneEdit() {
        open();
        stroke(Tool.SUPPORT, 100, 101);
        stroke(Tool.QUERY, 102, 103, 104);
        assertThat(document.editsDone()).isEqualTo(2);
        assertThat(slots()).containsExactly(new SlotState("c4", 4, 2, 2, 3, 5));
        document.undo();
        assertThat(slots()).containsExactly(new SlotState("c4", 4, 2, 2, 0, 5));
    }

    @Test
    void aSlotTakesNoMoreThanTheTaskSays() {
        open();
        stroke(Tool.SUPPORT, 100, 101, 102);
        assertThat(slots()).containsExactly(new SlotState("c4", 4, 2, 2, 0, 5));
        assertThat(painter.note().get()).startsWith("c4 has its 2 support nodes");
        stroke(Tool.SUPPORT, 125);
        stroke(Tool.SUPPORT, 0);
        assertThat(slots()).hasSize(2);
        assertThat(painter.note().get()).startsWith("The episode has its 2 classes");
    }

    @Test
    void aNodeChangesItsRoleAndIsErased() {
        open();
        stroke(Tool.SUPPORT, 100);
        stroke(Tool.QUERY, 100);
        assertThat(slots()).containsExactly(new SlotState("c4", 4, 0, 2, 1, 5));
        stroke(Tool.ERASER, 100);
        assertThat(painted().isEmpty()).isTrue();
    }

    @Test
    void otherToolsPaintNothing() {
        open();
        stroke(Tool.LASSO, 100);
        assertThat(document.canUndo().get()).isFalse();
    }

    @Test
    void whatIsMissingIsDrawnEachTimeAnew() {
        open();
        stroke(Tool.SUPPORT, 100);
        painter.complete();
        assertThat(painter.state().get().isFull()).isTrue();
        PaintedEpisode first = painted();
        assertThat(first.slot("c4").orElseThrow().support()).contains(100);
        document.undo();
        painter.complete();
        assertThat(painted()).isNotEqualTo(first);
        painter.clear();
        assertThat(painted().isEmpty()).isTrue();
        assertThat(painter.note().get()).isEmpty();
    }
}
