package innerloop.app.generated;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.BlockModel;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.GraphShape;
import innerloop.math.VectorBackend;
import innerloop.task.HeldOutEdges.Method;
import innerloop.training.ExperimentRunner;
import innerloop.training.ExperimentSetup;
import innerloop.training.GeneratedGraph;
import innerloop.training.RunControl;
import innerloop.training.RunRecord;
import innerloop.training.SmallExperiments;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is drawn when, without a window. Work waits until the test has it done.
class GeneratedViewModelTest {

    private final ObjectProperty<@Nullable RunRecord> record = new SimpleObjectProperty<>();
    private AttributedGraph graph = BlockModel.easy().graph();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final GeneratedViewModel model =
            new GeneratedViewModel(record, () -> graph, work::add, Runnable::run);

    private RunRecord run(Method method) throws Exception {
        return new ExperimentRunner(new VectorBackend(), 1)
                .run(SmallExperiments.edges(method, 4), graph, new RunControl(), _ -> {});
    }

    private GraphPair pair() {
        return Objects.requireNonNull(model.pair().get());
    }

    private static int[] edges(AttributedGraph graph) {
        return graph.adjacency().column();
    }

    @Test
    void aDrawingIsTheOneOfTheCommand() throws Exception {
        RunRecord run = run(Method.VGAE);
        record.set(run);
        assertThat(model.refusal().get()).isEmpty();
        work.remove().run();
        model.setNoise(0.504);
        work.remove().run();
        model.again();
        work.remove().run();
        GeneratedGraph command =
                GeneratedGraph.of(
                        ExperimentSetup.of(run.experiment(), graph, new VectorBackend()),
                        run.parameters(),
                        0.5,
                        1);
        assertThat(pair().noise()).isEqualTo(0.5);
        assertThat(pair().number()).isEqualTo(1);
        assertThat(edges(pair().drawn().graph())).isEqualTo(edges(command.graph()));
        assertThat(pair().drawn().shared()).isEqualTo(command.shared());
        assertThat(pair().realShape().edges()).isEqualTo(GraphShape.of(graph).edges());
        assertThat(pair().drawnShape().clustering())
                .isEqualTo(GraphShape.of(command.graph()).clustering());
        assertThat(DegreeChart.of(pair(), true).curves()).hasSize(2);
        assertThat(DegreeChart.csv(pair())).contains(",real,").contains(",generated,");
    }

    @Test
    void oneIsDrawnAtATimeAndTheLastThatWasAskedForIsShown() throws Exception {
        record.set(run(Method.VGAE));
        model.setNoise(0.3);
        model.setNoise(0.7);
        model.setNoise(0.9);
        assertThat(work).hasSize(1);
        work.remove().run();
        assertThat(pair().noise()).isEqualTo(1);
        assertThat(work).hasSize(1);
        work.remove().run();
        assertThat(pair().noise()).isEqualTo(0.9);
        assertThat(work).isEmpty();
    }

    @Test
    void whereNothingCanBeDrawnItIsSaidWhatToTrain() throws Exception {
        assertThat(model.refusal().get()).contains("Train a variational graph auto-encoder");
        record.set(run(Method.GAE));
        assertThat(model.refusal().get()).contains("Train a variational graph auto-encoder");
        assertThat(work).isEmpty();
        RunRecord learned = run(Method.VGAE);
        record.set(learned);
        work.remove().run();
        record.set(null);
        assertThat(model.pair().get()).isNull();
        graph = new GraphBuilder("large", GeneratedGraph.MOST_NODES + 1, false).build();
        record.set(learned);
        assertThat(model.refusal().get()).contains("20,001").contains("20,000");
        assertThat(work).isEmpty();
    }

    @Test
    void aDrawingOfARunThatIsGoneIsNotShown() throws Exception {
        record.set(run(Method.VGAE));
        record.set(null);
        work.remove().run();
        assertThat(model.pair().get()).isNull();
        model.again();
        assertThat(work).isEmpty();
    }
}
