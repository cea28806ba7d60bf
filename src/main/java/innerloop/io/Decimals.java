package innerloop.io;

import java.nio.charset.StandardCharsets;

/// Reads decimal numbers from ASCII bytes, exactly rounded, without making strings in the common
/// case.
///
/// Grammar: `[+-] digits [. digits] [e|E [+-] digits]` with at least one digit before the exponent.
/// Java's own extras (`1d`, `0x1p3`, `NaN`) are not numbers here.
final class Decimals {

    /// Not a number by the grammar.
    static final double MALFORMED = Double.NaN;

    private static final int EXACT_DIGITS = 15;
    private static final double[] POWERS = new double[23];

    static {
        // Powers of ten up to 10^22 are exact in float64.
        POWERS[0] = 1;
        for (int e = 1; e < POWERS.length; e++) {
            POWERS[e] = POWERS[e - 1] * 10;
        }
    }

    private Decimals() {}

    /// The number in `bytes[start, end)`, infinite when too large, or [#MALFORMED].
    static double parse(byte[] bytes, int start, int end) {
        int at = start;
        boolean negative = at < end && bytes[at] == '-';
        if (at < end && (bytes[at] == '-' || bytes[at] == '+')) {
            at++;
        }
        long mantissa = 0;
        int digits = 0;
        int significant = 0;
        int scale = 0;
        boolean point = false;
        for (; at < end; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits++;
                significant += significant > 0 || digit > 0 ? 1 : 0;
                mantissa = significant <= EXACT_DIGITS ? mantissa * 10 + digit : mantissa;
                scale -= point ? 1 : 0;
            } else if (bytes[at] == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return MALFORMED;
        }
        if (at < end) {
            int exponent = exponent(bytes, at, end);
            if (exponent == Integer.MIN_VALUE) {
                return MALFORMED;
            }
            scale += exponent;
        }
        if (significant > EXACT_DIGITS || Math.abs(scale) >= POWERS.length) {
            // The text is ASCII and a Java number by now.
            return Double.parseDouble(ascii(bytes, start, end));
        }
        // Both factors are exact, so one rounding gives the nearest float64 (Clinger's fast path).
        double magnitude = scale < 0 ? mantissa / POWERS[-scale] : mantissa * POWERS[scale];
        return negative ? -magnitude : magnitude;
    }

    /// The exponent that starts at `e`, clamped to ±100000; the smallest int when malformed.
    private static int exponent(byte[] bytes, int start, int end) {
        int at = start;
        if (bytes[at] != 'e' && bytes[at] != 'E') {
            return Integer.MIN_VALUE;
        }
        at++;
        boolean negative = at < end && bytes[at] == '-';
        if (at < end && (bytes[at] == '-' || bytes[at] == '+')) {
            at++;
        }
        if (at == end) {
            return Integer.MIN_VALUE;
        }
        int exponent = 0;
        for (; at < end; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            exponent = Math.min(100_000, exponent * 10 + digit);
        }
        return negative ? -exponent : exponent;
    }

    /// The same for a string.
    static double parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    private static String ascii(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.US_ASCII);
    }

    /// A value as text that reads back to the same bits; whole numbers without a point.
    static String text(double value) {
        long whole = (long) value;
        boolean plain = whole == value && Math.abs(whole) < 1_000_000_000_000_000L;
        boolean minusZero = whole == 0 && 1 / value < 0;
        return plain && !minusZero ? Long.toString(whole) : Double.toString(value);
    }

    /// A float32 as the shortest text that reads back, as float64 first, to the same bits.
    static String text(float value) {
        String shortest = Float.toString(value);
        return (float) Double.parseDouble(shortest) == value ? shortest : Double.toString(value);
    }
}
