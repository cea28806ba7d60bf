package innerloop.io;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/// Tensors as little-endian bytes, for both file formats.
final class TensorBytes {

    private TensorBytes() {}

    static byte[] of(Tensor tensor) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(tensor.size(), tensor.type().bytes()))
                        .order(ByteOrder.LITTLE_ENDIAN);
        switch (tensor) {
            case Tensor.Floats floats -> bytes.asFloatBuffer().put(floats.values());
            case Tensor.Doubles doubles -> bytes.asDoubleBuffer().put(doubles.values());
            case Tensor.Longs longs -> bytes.asLongBuffer().put(longs.values());
        }
        return bytes.array();
    }

    /// The hash of tensors and metadata, whatever their order.
    static String sha256(List<Tensor> tensors, Map<String, String> metadata) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Tensor tensor : tensors.stream().sorted(comparing(Tensor::name)).toList()) {
                digest.update(tensor.toString().getBytes(StandardCharsets.UTF_8));
                digest.update(of(tensor));
            }
            digest.update(new TreeMap<>(metadata).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static void write(Tensor tensor, OutputStream out) throws IOException {
        out.write(of(tensor));
    }

    /// The tensor in `bytes[start, start + size)`.
    static Tensor read(
            String name, Tensor.Type type, long[] shape, byte[] bytes, int start, int size) {
        ByteBuffer data = ByteBuffer.wrap(bytes, start, size).order(ByteOrder.LITTLE_ENDIAN);
        int length = size / type.bytes();
        return switch (type) {
            case F32 -> {
                float[] values = new float[length];
                data.asFloatBuffer().get(values);
                yield new Tensor.Floats(name, shape, values);
            }
            case F64 -> {
                double[] values = new double[length];
                data.asDoubleBuffer().get(values);
                yield new Tensor.Doubles(name, shape, values);
            }
            case I64 -> {
                long[] values = new long[length];
                data.asLongBuffer().get(values);
                yield new Tensor.Longs(name, shape, values);
            }
        };
    }

    /// The bytes a shape needs; empty when negative or beyond 64 bits.
    static OptionalLong bytesNeeded(long[] shape, Tensor.Type type) {
        long needed = type.bytes();
        try {
            for (long axis : shape) {
                if (axis < 0) {
                    return OptionalLong.empty();
                }
                needed = Math.multiplyExact(needed, axis);
            }
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(needed);
    }

    static void requireUniqueNames(List<Tensor> tensors) {
        Set<String> names = new HashSet<>();
        for (Tensor tensor : tensors) {
            if (!names.add(tensor.name())) {
                throw new IllegalArgumentException("two tensors are called " + tensor.name());
            }
        }
    }
}
