package innerloop.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the elements of a NumPy array stand in its bytes.
///
/// @param kind NumPy's letter: `b`, `i`, `u` and `f` are numbers, `S` and `U` texts, `O` objects
/// @param size bytes of an element
/// @param bigEndian whether the first byte is the highest
record NumpyType(char kind, int size, boolean bigEndian) {

    private static final Pattern DESCR = Pattern.compile("([<>|=]?)([biufSUO])(\\d{0,6})");

    /// The type that is called so, if it is one of those above.
    static Optional<NumpyType> of(String descr) {
        Matcher matcher = DESCR.matcher(descr);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        char kind = matcher.group(2).charAt(0);
        int length = matcher.group(3).isEmpty() ? 0 : Integer.parseInt(matcher.group(3));
        boolean known =
                switch (kind) {
                    case 'b' -> length == 1;
                    case 'i', 'u' -> length == 1 || length == 2 || length == 4 || length == 8;
                    case 'f' -> length == 2 || length == 4 || length == 8;
                    default -> true;
                };
        int size = kind == 'U' ? length * Integer.BYTES : length;
        return Optional.of(new NumpyType(kind, size, matcher.group(1).equals(">")))
                .filter(_ -> known);
    }

    /// The same with the order of bytes that is called so.
    NumpyType ordered(String order) {
        return new NumpyType(kind, size, order.equals(">"));
    }

    boolean numeric() {
        return "biuf".indexOf(kind) >= 0;
    }

    boolean objects() {
        return kind == 'O';
    }

    private ByteBuffer element(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes, at, size)
                .order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    /// The number at a place.
    double number(byte[] bytes, int at) {
        ByteBuffer in = element(bytes, at);
        return switch (kind) {
            case 'f' ->
                    switch (size) {
                        case 2 -> Float.float16ToFloat(in.getShort());
                        case 4 -> in.getFloat();
                        default -> in.getDouble();
                    };
            case 'u' ->
                    switch (size) {
                        case 1 -> Byte.toUnsignedInt(in.get());
                        case 2 -> Short.toUnsignedInt(in.getShort());
                        case 4 -> Integer.toUnsignedLong(in.getInt());
                        default -> unsigned(in.getLong());
                    };
            default ->
                    switch (size) {
                        case 1 -> in.get();
                        case 2 -> in.getShort();
                        case 4 -> in.getInt();
                        default -> in.getLong();
                    };
        };
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : (value >>> 1) * 2.0;
    }

    /// The text at a place; zeros at its end are none of it.
    String text(byte[] bytes, int at) {
        if (kind == 'S') {
            int end = at + size;
            while (end > at && bytes[end - 1] == 0) {
                end--;
            }
            return new String(bytes, at, end - at, StandardCharsets.UTF_8);
        }
        ByteBuffer in = element(bytes, at);
        StringBuilder text = new StringBuilder();
        while (in.remaining() >= Integer.BYTES) {
            int codePoint = in.getInt();
            text.appendCodePoint(Character.isValidCodePoint(codePoint) ? codePoint : 0xFFFD);
        }
        return text.toString().replaceFirst("\\x00+$", "");
    }
}
