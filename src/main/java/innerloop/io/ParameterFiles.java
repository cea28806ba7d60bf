package innerloop.io;

import innerloop.experiment.RunRecord;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Trained parameters as other tools load them: PyTorch Geometric's names, shapes and orientation (linear weights
/// `[out, in]`), float32.
public final class ParameterFiles {

    private ParameterFiles() {}

    /// The file formats parameters leave in.
    public enum Format {
        /// One file with named tensors and metadata.
        SAFETENSORS,
        /// NumPy's zip of arrays.
        NPZ
    }

    /// Writes θ of a run.
    public static void write(Path file, Format format, RunRecord record) throws IOException {
        List<Tensor> tensors = tensors(record.parameters());
        switch (format) {
            case SAFETENSORS -> Safetensors.write(file, tensors, metadata(record));
            case NPZ -> Npz.write(file, tensors);
        }
    }

    /// Writes the learned inner rates of a run, named like the parameters or layers they belong to.
    static void writeRates(Path file, RunRecord record) throws IOException {
        Safetensors.write(file, tensors(record.rates()), metadata(record));
    }

    /// The parameters as tensors in the file's orientation.
    static List<Tensor> tensors(Parameters parameters) {
        List<Tensor> tensors = new ArrayList<>();
        for (int p = 0; p < parameters.specs().size(); p++) {
            ParameterSpec spec = parameters.specs().get(p);
            double[] numbers = spec.toExport(parameters.values().get(p).toArray());
            float[] rounded = new float[numbers.length];
            for (int i = 0; i < rounded.length; i++) {
                rounded[i] = (float) numbers[i];
            }
            tensors.add(new Tensor.Floats(spec.name(), spec.exportShape(), rounded));
        }
        return tensors;
    }

    private static Map<String, String> metadata(RunRecord record) {
        Map<String, String> metadata = new TreeMap<>();
        metadata.put("format", "pt");
        metadata.put("pyg", ">=2.5");
        metadata.put("innerloop", record.provenance().version());
        metadata.put("protocol", record.protocol());
        // The graph's name and not its path: the file travels, the path belongs to this machine.
        String graph = String.valueOf(Path.of(record.experiment().graph()).getFileName());
        metadata.put("experiment", ExperimentJson.write(record.experiment().withGraph(graph)));
        return metadata;
    }
}
