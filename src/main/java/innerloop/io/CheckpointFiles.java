package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.math.Backend;
import innerloop.meta.LearnerState;
import innerloop.nn.Adam;
import innerloop.nn.Parameters;
import innerloop.phrase.Trouble;
import innerloop.training.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The checkpoints of a run in one safetensors file, every name behind the step it is of: `25/convs.0.lin.weight`. What an
/// inner optimiser carries on is not written.
final class CheckpointFiles {

    private static final char AFTER_STEP = '/';

    private CheckpointFiles() {}

    /// Writes θ and learned rates of all of them.
    static void write(Path file, List<Checkpoint> checkpoints) throws IOException {
        List<Tensor> all = new ArrayList<>();
        for (Checkpoint checkpoint : checkpoints) {
            String prefix = prefix(checkpoint.step());
            all.addAll(ParameterFiles.tensors(checkpoint.learned().theta(), prefix));
            all.addAll(ParameterFiles.tensors(checkpoint.learned().rates(), prefix));
        }
        Safetensors.write(file, all, Map.of("format", "pt"));
    }

    /// Reads them, the earliest first.
    ///
    /// @param model names and shapes
    /// @throws InputException if a tensor of the model is missing at a step
    static List<Checkpoint> read(Path file, LearnerState model, Backend backend)
            throws InputException {
        Map<String, Tensor> byName = ParameterFiles.byName(file);
        TreeSet<Integer> steps = new TreeSet<>();
        for (String name : byName.keySet()) {
            try {
                steps.add(Integer.parseUnsignedInt(name, 0, name.indexOf(AFTER_STEP), 10));
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw new InputException(Trouble.of("checkpoints.noStep", name), file.toString());
            }
        }
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (int step : steps) {
            String prefix = prefix(step);
            Parameters theta =
                    ParameterFiles.read(byName, prefix, model.theta().specs(), file, backend);
            Parameters rates =
                    ParameterFiles.read(byName, prefix, model.rates().specs(), file, backend);
            checkpoints.add(
                    new Checkpoint(step, new LearnerState(theta, rates, Adam.State.start())));
        }
        return checkpoints;
    }

    private static String prefix(int step) {
        return Integer.toString(step) + AFTER_STEP;
    }
}
