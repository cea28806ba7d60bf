package innerloop.app.race;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.BlockModel;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.run.LongWork.State;
import innerloop.app.run.Machine;
import innerloop.app.run.RunViewModel;
import innerloop.experiment.Budget;
import innerloop.math.nd4j.Nd4jEigen;
import innerloop.meta.Prototypical;
import innerloop.training.ProgressKeeper;
import innerloop.training.SmallExperiments;
import org.junit.jupiter.api.Test;

/// What a race would do, without a window.
class RaceViewModelTest {

    private final WorkbenchDocument document = new WorkbenchDocument(SmallExperiments.easy(6));
    private final RunViewModel run = new RunViewModel(Nd4jEigen::new);
    private final RaceViewModel model = new RaceViewModel(document, new Machine(run.status()));

    private String plan() {
        return model.work().plan().get();
    }

    private State state() {
        return model.work().state().get();
    }

    @Test
    void thePlanFollowsTheExperiment() {
        assertThat(state()).isEqualTo(State.IMPOSSIBLE);
        document.setGraph(BlockModel.easy().graph());
        assertThat(state()).isEqualTo(State.READY);
        assertThat(plan()).contains("6 outer steps", "20 test episodes", "50 inner steps");
        model.times().set(20);
        assertThat(plan()).contains("60 inner steps");
        document.edit("no loop", "", e -> e.withLearner(Prototypical.defaults()));
        assertThat(state()).isEqualTo(State.IMPOSSIBLE);
        assertThat(plan()).contains("no inner steps");
        document.undo();
        assertThat(state()).isEqualTo(State.READY);
    }

    @Test
    void noRaceBeginsWhileARunIsLive() {
        document.setGraph(BlockModel.easy().graph());
        run.start(
                SmallExperiments.easy(1).withBudget(new Budget(1_000_000, 5, 20)),
                BlockModel.easy().graph(),
                ProgressKeeper.NONE,
                true);
        assertThat(state()).isEqualTo(State.IMPOSSIBLE);
        model.start();
        assertThat(model.work().isActive()).isFalse();
        run.clear();
        assertThat(state()).isEqualTo(State.READY);
    }
}
