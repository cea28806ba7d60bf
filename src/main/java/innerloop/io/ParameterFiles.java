package innerloop.io;

import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.phrase.Trouble;
import innerloop.training.RunRecord;
import innerloop.training.RunRecord.Provenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        switch (format) {
            case SAFETENSORS ->
                    write(file, record.parameters(), record.experiment(), record.protocol().text());
            case NPZ -> Npz.write(file, tensors(record.parameters()));
        }
    }

    /// Writes θ of a run that has not ended, in safetensors.
    static void write(Path file, Parameters theta, Experiment experiment, String protocol)
            throws IOException {
        Safetensors.write(file, tensors(theta), metadata(experiment, protocol));
    }

    /// Writes what θ became by learning a support set, in safetensors.
    ///
    /// @param experiment with as many classes as were learned
    /// @param classes what the outputs stand for, in their order
    /// @param origin where the support set came from
    public static void writeAdapted(
            Path file,
            Parameters adapted,
            Experiment experiment,
            List<String> classes,
            String origin)
            throws IOException {
        Map<String, String> metadata = metadata(experiment, origin);
        metadata.put("classes", JsonText.JSON.writeValueAsString(classes));
        Safetensors.write(file, tensors(adapted), metadata);
    }

    /// Writes the learned inner rates of a run, named like the parameters or layers they belong to.
    static void writeRates(Path file, RunRecord record) throws IOException {
        Safetensors.write(
                file,
                tensors(record.rates()),
                metadata(record.experiment(), record.protocol().text()));
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
            tensors.add(floats(prefix + spec.name(), spec, numbers));
        }
        return tensors;
    }

    /// The parameters as tensors that give back the same bits: in float32 if that is what they are, in float64 otherwise.
    static List<Tensor> exact(Parameters parameters, String prefix) {
        List<Tensor> tensors = new ArrayList<>();
        for (int p = 0; p < parameters.specs().size(); p++) {
            ParameterSpec spec = parameters.specs().get(p);
            double[] numbers = spec.toExport(parameters.values().get(p).toArray());
            boolean isSingle =
                    Arrays.stream(numbers).allMatch(x -> Double.compare((float) x, x) == 0);
            String name = prefix + spec.name();
            tensors.add(
                    isSingle
                            ? floats(name, spec, numbers)
                            : new Tensor.Doubles(name, spec.exportShape(), numbers));
        }
        return tensors;
    }

    private static Tensor floats(String name, ParameterSpec spec, double[] numbers) {
        float[] rounded = new float[numbers.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) numbers[i];
        }
        return new Tensor.Floats(name, spec.exportShape(), rounded);
    }

    /// The tensors of a safetensors file by their names.
    static Map<String, Tensor> byName(Path file) throws InputException {
        try {
            return Safetensors.read(file).tensors().stream()
                    .collect(Collectors.toMap(Tensor::name, tensor -> tensor));
        } catch (IOException e) {
            throw new InputException(Trouble.of("run.unreadable"), file.toString());
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
            double[] numbers = numbers(byName.get(name));
            if (numbers.length != spec.rows() * spec.columns()) {
                throw new InputException(Trouble.of("run.noTensor", name), file.toString());
            }
            values.add(backend.matrix(spec.rows(), spec.columns(), spec.fromExport(numbers)));
        }
        return new Parameters(specs, values);
    }

    /// The numbers of a tensor; none if it holds no fractions, or does not exist.
    private static double[] numbers(@Nullable Tensor tensor) {
        return switch (tensor) {
            case Tensor.Floats floats -> {
                double[] numbers = new double[floats.values().length];
                Arrays.setAll(numbers, i -> floats.values()[i]);
                yield numbers;
            }
            case Tensor.Doubles doubles -> doubles.values();
            case Tensor.Longs _ -> new double[0];
            case null -> new double[0];
        };
    }

    private static Map<String, String> metadata(Experiment experiment, String protocol) {
        Map<String, String> metadata = new TreeMap<>();
        metadata.put("format", "pt");
        metadata.put("pyg", ">=2.5");
        metadata.put("innerloop", Provenance.VERSION);
        metadata.put("protocol", protocol);
        // The graph's name and not its path: the file travels, the path belongs to this machine.
        String graph = String.valueOf(Path.of(experiment.graph()).getFileName());
        metadata.put("experiment", ExperimentJson.write(experiment.withGraph(graph)));
        return metadata;
    }
}
