package innerloop.io;

import innerloop.BlockModel;
import innerloop.episode.Phase;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.stream.GraphLayouts;
import innerloop.math.JacobiEigen;
import innerloop.math.Seed;
import innerloop.math.VectorBackend;
import innerloop.training.ExperimentRunner;
import innerloop.training.RunControl;
import innerloop.training.RunPictures;
import innerloop.training.RunRecord;
import innerloop.training.SmallExperiments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/// A short run, in a folder and as it is read from there.
final class PlayedRun {

    static final int STEPS = 6;

    /// Ends a script where somebody forgets that it may.
    static final String NAME = "blocks </script><b> & \"more\"";

    private PlayedRun() {}

    static AttributedGraph graph() {
        return BlockModel.easy().graph();
    }

    /// Runs and writes the folder.
    static void write(Path folder) {
        Experiment experiment =
                SmallExperiments.easy(STEPS).withBudget(new Budget(STEPS, 2, 6)).withName(NAME);
        try {
            RunRecord record =
                    new ExperimentRunner(new VectorBackend(), 1)
                            .run(experiment, graph(), new RunControl(), _ -> {});
            RunFolder.write(folder, record, folder.resolveSibling("blocks"));
        } catch (InputException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static RunRecord read(Path folder) throws InputException {
        return RunReader.record(folder, graph(), new VectorBackend());
    }

    static RunPictures pictures(RunRecord record) throws InputException {
        return RunPictures.of(
                record,
                graph(),
                Phase.VALIDATION,
                OptionalLong.empty(),
                new JacobiEigen(),
                new VectorBackend());
    }

    static float[] layout() {
        return GraphLayouts.settled(graph(), new Seed(7));
    }
}
