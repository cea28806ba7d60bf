package innerloop.nn;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Named weights in the order of their encoder's layers. A value: its matrices are not written into once it has been
/// passed on.
///
/// @param specs names and shapes
/// @param values one matrix per spec
public record Parameters(List<ParameterSpec> specs, List<Matrix> values) {

    public Parameters {
        specs = List.copyOf(specs);
        values = List.copyOf(values);
        if (specs.size() != values.size()) {
            throw new IllegalArgumentException(
                    specs.size() + " parameter names for " + values.size() + " matrices");
        }
        for (int p = 0; p < specs.size(); p++) {
            ParameterSpec spec = specs.get(p);
            Matrix value = values.get(p);
            if (value.rows() != spec.rows() || value.columns() != spec.columns()) {
                throw new IllegalArgumentException(
                        "%s is %s, expected [%d × %d]"
                                .formatted(
                                        spec.name(), value.shape(), spec.rows(), spec.columns()));
            }
        }
    }

    /// Number of single weights.
    public int count() {
        return specs.stream().mapToInt(s -> s.rows() * s.columns()).sum();
    }

    /// No parameters at all.
    public static Parameters none() {
        return new Parameters(List.of(), List.of());
    }

    /// Whether it has a parameter of this name and shape.
    public boolean has(ParameterSpec like) {
        return specs.stream()
                .anyMatch(spec ->
                        spec.name().equals(like.name())
                                && spec.rows() == like.rows()
                                && spec.columns() == like.columns());
    }

    private int indexOf(String name) {
        for (int p = 0; p < specs.size(); p++) {
            if (specs.get(p).name().equals(name)) {
                return p;
            }
        }
        throw new IllegalArgumentException("no parameter named " + name);
    }

    /// The description of the parameter of this name.
    public ParameterSpec spec(String name) {
        return specs.get(indexOf(name));
    }

    /// The matrix of this name, in the engine's orientation.
    public Matrix get(String name) {
        return values.get(indexOf(name));
    }

    /// The parameters of these specs, in their order, which must be among them with the same shapes.
    public Parameters only(List<ParameterSpec> some) {
        return new Parameters(some, some.stream().map(s -> get(s.name())).toList());
    }

    /// The same numbers in matrices of another backend.
    public Parameters on(Backend backend) {
        return new Parameters(
                specs,
                values.stream()
                        .map(value ->
                                backend.matrix(value.rows(), value.columns(), value.toArray()))
                        .toList());
    }

    /// SHA-256 over names and float64 little-endian values in the file's orientation.
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int p = 0; p < specs.size(); p++) {
                ParameterSpec spec = specs.get(p);
                digest.update(spec.name().getBytes(StandardCharsets.UTF_8));
                double[] numbers = spec.toExport(values.get(p).toArray());
                ByteBuffer bytes =
                        ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asDoubleBuffer().put(numbers);
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
