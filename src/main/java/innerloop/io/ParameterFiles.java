package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.training.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
        return tensors(parameters, "");
    }

    /// @param prefix what stands before every name
    static List<Tensor> tensors(Parameters parameters, String prefix) {
        List<Tensor> tensors = new ArrayList<>();
        for (int p = 0; p < parameters.specs().size(); p++) {
            ParameterSpec spec = parameters.specs().get(p);
            double[] numbers = spec.toExport(parameters.values().get(p).toArray());
            float[] rounded = new float[numbers.length];
            for (int i = 0; i < rounded.length; i++) {
                rounded[i] = (float) numbers[i];
            }
            tensors.add(new Tensor.Floats(prefix + spec.name(), spec.exportShape(), rounded));
        }
        return tensors;
    }

    /// The tensors of a safetensors file by their names.
    static Map<String, Tensor> byName(Path file) throws InputException {
        try {
            return Safetensors.read(file).tensors().stream()
                    .collect(Collectors.toMap(Tensor::name, tensor -> tensor));
        } catch (IOException e) {
            throw new InputException("cannot be read", file.toString(), "run it again");
        }
    }

    /// The parameters of these specs.
    ///
    /// @param prefix what stands before every name
    /// @param specs names and shapes, all of which must be there
    /// @param file where the tensors are from, for complaints
    static Parameters read(
            Map<String, Tensor> byName,
            String prefix,
            List<ParameterSpec> specs,
            Path file,
            Backend backend)
            throws InputException {
        List<Matrix> values = new ArrayList<>();
        for (ParameterSpec spec : specs) {
            String name = prefix + spec.name();
            if (!(byName.get(name) instanceof Tensor.Floats floats)
                    || floats.values().length != spec.rows() * spec.columns()) {
                throw new InputException("has no " + name + " of this model", file.toString(), "");
            }
            double[] numbers = new double[floats.values().length];
            Arrays.setAll(numbers, i -> floats.values()[i]);
            values.add(backend.matrix(spec.rows(), spec.columns(), spec.fromExport(numbers)));
        }
        return new Parameters(specs, values);
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
