package innerloop.io;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A named array of numbers, row-major, as it stands in a parameter file. The arrays are not copied
/// and are read only; tensors are equal when names, types, shapes and numbers are.
public abstract sealed class Tensor {

    /// The types of numbers we write; the order is that of safetensors' reference writer.
    public enum Type {
        /// 32-bit floating point.
        F32(4, "<f4"),
        /// 64-bit floating point.
        F64(8, "<f8"),
        /// 64-bit whole numbers.
        I64(8, "<i8");

        private final int bytes;
        private final String descr;

        Type(int bytes, String descr) {
            this.bytes = bytes;
            this.descr = descr;
        }

        /// Bytes per number.
        public int bytes() {
            return bytes;
        }

        /// NumPy's name, little-endian.
        public String descr() {
            return descr;
        }
    }

    private final String name;
    private final long[] shape;
    private final int size;

    private Tensor(String name, long[] shape, int size) {
        long product = 1;
        for (long axis : shape) {
            product = Math.multiplyExact(product, axis);
        }
        if (product != size) {
            throw new IllegalArgumentException(
                    "tensor %s: shape %s holds %d numbers, not %d"
                            .formatted(name, Arrays.toString(shape), product, size));
        }
        this.name = name;
        this.shape = shape;
        this.size = size;
    }

    /// Unique in a file; dots are allowed.
    public String name() {
        return name;
    }

    /// The size of each axis; empty for a single number. Read only.
    public long[] shape() {
        return shape;
    }

    /// How many numbers.
    public int size() {
        return size;
    }

    /// The type of the numbers.
    public abstract Type type();

    boolean sameNameAndShape(Tensor that) {
        return name.equals(that.name) && Arrays.equals(shape, that.shape);
    }

    @Override
    public String toString() {
        return name + " " + type() + Arrays.toString(shape);
    }

    /// Numbers in float32.
    public static final class Floats extends Tensor {
        private final float[] values;

        /// Row-major values; there must be as many as the shape says.
        public Floats(String name, long[] shape, float[] values) {
            super(name, shape, values.length);
            this.values = values;
        }

        /// The numbers, row-major. Read only.
        public float[] values() {
            return values;
        }

        @Override
        public Type type() {
            return Type.F32;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Floats that
                    && sameNameAndShape(that)
                    && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return name().hashCode() * 31 + Arrays.hashCode(values);
        }
    }

    /// Numbers in float64.
    public static final class Doubles extends Tensor {
        private final double[] values;

        /// Row-major values; there must be as many as the shape says.
        public Doubles(String name, long[] shape, double[] values) {
            super(name, shape, values.length);
            this.values = values;
        }

        /// The numbers, row-major. Read only.
        public double[] values() {
            return values;
        }

        @Override
        public Type type() {
            return Type.F64;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Doubles that
                    && sameNameAndShape(that)
                    && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return name().hashCode() * 31 + Arrays.hashCode(values);
        }
    }

    /// Whole numbers.
    public static final class Longs extends Tensor {
        private final long[] values;

        /// Row-major values; there must be as many as the shape says.
        public Longs(String name, long[] shape, long[] values) {
            super(name, shape, values.length);
            this.values = values;
        }

        /// The numbers, row-major. Read only.
        public long[] values() {
            return values;
        }

        @Override
        public Type type() {
            return Type.I64;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Longs that
                    && sameNameAndShape(that)
                    && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return name().hashCode() * 31 + Arrays.hashCode(values);
        }
    }
}
