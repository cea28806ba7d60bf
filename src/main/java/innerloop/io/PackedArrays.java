package innerloop.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/// Arrays of numbers as base64 of their little-endian bytes, which scripts read as typed arrays.
final class PackedArrays {

    /// What a quantised number is at most; the one above says that there is no number.
    static final int HIGHEST = 65_534;

    private static final int NOTHING = 65_535;

    private PackedArrays() {}

    /// Whole numbers.
    ///
    /// @param bytes of each: 1, 2 or 4
    static String whole(int size, int bytes, IntUnaryOperator value) {
        ByteBuffer buffer = buffer(size * bytes);
        for (int i = 0; i < size; i++) {
            int number = value.applyAsInt(i);
            switch (bytes) {
                case 1 -> buffer.put((byte) number);
                case 2 -> buffer.putShort((short) number);
                case 4 -> buffer.putInt(number);
                default -> throw new IllegalArgumentException(bytes + " bytes, not 1, 2 or 4");
            }
        }
        return base64(buffer);
    }

    /// Numbers as float32.
    static String floats(int size, IntToDoubleFunction value) {
        ByteBuffer buffer = buffer(4 * size);
        for (int i = 0; i < size; i++) {
            buffer.putFloat((float) value.applyAsDouble(i));
        }
        return base64(buffer);
    }

    /// A number between two others in 65,534 steps; what is not finite is nothing.
    static int quantised(double value, double low, double high) {
        if (!Double.isFinite(value)) {
            return NOTHING;
        }
        double share = high > low ? (value - low) / (high - low) : 0;
        return (int) Math.round(HIGHEST * Math.clamp(share, 0.0, 1.0));
    }

    private static String base64(ByteBuffer full) {
        byte[] bytes = new byte[full.flip().remaining()];
        full.get(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
