package innerloop.io;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The outlines of the bundled JetBrains Mono, so that words can be drawn into a picture on a machine that has no fonts at all.
/// Reads what this one file has of the TrueType format: `cmap` format 4, `loca`, `glyf`.
final class MonoLetters {

    private static final String FILE = "/innerloop/fonts/JetBrainsMono-Regular.ttf";

    private static final int ON_CURVE = 1;
    private static final int X_SHORT = 2;
    private static final int Y_SHORT = 4;
    private static final int REPEAT = 8;
    private static final int X_SAME = 16;
    private static final int Y_SAME = 32;

    private static final int WORDS = 1;
    private static final int OFFSETS = 2;
    private static final int SCALED = 8;
    private static final int MORE = 32;
    private static final int SCALED_BOTH = 64;
    private static final int MATRIX = 128;

    private final ByteBuffer font;
    private final Map<String, Integer> tables = new HashMap<>();
    private final double unitsPerEm;
    private final boolean longOffsets;
    private final double advance;
    private final int segments;

    /// The bundled font.
    MonoLetters() {
        try (InputStream in = MonoLetters.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            font = ByteBuffer.wrap(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int count = font.getShort(4);
        for (int t = 0; t < count; t++) {
            byte[] tag = new byte[4];
            font.get(12 + 16 * t, tag);
            tables.put(new String(tag, StandardCharsets.US_ASCII), font.getInt(20 + 16 * t));
        }
        unitsPerEm = unsigned(table("head") + 18);
        longOffsets = font.getShort(table("head") + 50) != 0;
        advance = unsigned(table("hmtx"));
        segments = unicodeSegments();
    }

    private int table(String name) {
        Integer start = tables.get(name);
        if (start == null) {
            throw new IllegalStateException("the font has no table " + name);
        }
        return start;
    }

    private int unsigned(int at) {
        return Short.toUnsignedInt(font.getShort(at));
    }

    /// The subtable of characters below 65,536.
    private int unicodeSegments() {
        int cmap = table("cmap");
        int count = unsigned(cmap + 2);
        for (int t = 0; t < count; t++) {
            int subtable = cmap + font.getInt(cmap + 8 + 8 * t);
            if (unsigned(subtable) == 4) {
                return subtable;
            }
        }
        throw new IllegalStateException("the font has no cmap of format 4");
    }

    /// How far one letter is from the next, in pixels.
    double advance(double size) {
        return advance * size / unitsPerEm;
    }

    /// The outline of a line of text; what the font does not have becomes its sign for that.
    ///
    /// @param x of its left end, pixels
    /// @param baseline in pixels
    /// @param size of the font in pixels
    Path2D line(String text, double x, double baseline, double size) {
        Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double scale = size / unitsPerEm;
        double left = x;
        for (int c : text.codePoints().toArray()) {
            Path2D letter = glyph(number(c));
            letter.transform(new AffineTransform(scale, 0, 0, -scale, left, baseline));
            all.append(letter, false);
            left += advance(size);
        }
        return all;
    }

    /// The glyph of a character, 0 for none.
    private int number(int character) {
        int doubled = unsigned(segments + 6);
        for (int s = 0; s < doubled; s += 2) {
            int end = unsigned(segments + 14 + s);
            if (character <= end) {
                int start = unsigned(segments + 16 + doubled + s);
                if (character < start) {
                    return 0;
                }
                int delta = unsigned(segments + 16 + 2 * doubled + s);
                int place = segments + 16 + 3 * doubled + s;
                int offset = unsigned(place);
                if (offset == 0) {
                    return (character + delta) & 0xFFFF;
                }
                int glyph = unsigned(place + offset + 2 * (character - start));
                return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
            }
        }
        return 0;
    }

    private int offset(int glyph) {
        int loca = table("loca");
        return longOffsets ? font.getInt(loca + 4 * glyph) : 2 * unsigned(loca + 2 * glyph);
    }

    private Path2D glyph(int number) {
        int at = table("glyf") + offset(number);
        if (offset(number) == offset(number + 1)) {
            return new Path2D.Double();
        }
        int contours = font.getShort(at);
        return contours < 0 ? composed(at + 10) : simple(at + 10, contours);
    }

    private Path2D composed(int start) {
        Path2D all = new Path2D.Double();
        int at = start;
        int flags;
        do {
            flags = unsigned(at);
            Path2D part = glyph(unsigned(at + 2));
            at += 4;
            boolean words = (flags & WORDS) != 0;
            double dx = words ? font.getShort(at) : font.get(at);
            double dy = words ? font.getShort(at + 2) : font.get(at + 1);
            at += words ? 4 : 2;
            double[] matrix = {1, 0, 0, 1};
            if ((flags & SCALED) != 0) {
                matrix[0] = fixed(at);
                matrix[3] = matrix[0];
                at += 2;
            } else if ((flags & SCALED_BOTH) != 0) {
                matrix[0] = fixed(at);
                matrix[3] = fixed(at + 2);
                at += 4;
            } else if ((flags & MATRIX) != 0) {
                for (int k = 0; k < 4; k++) {
                    matrix[k] = fixed(at + 2 * k);
                }
                at += 8;
            }
            boolean moved = (flags & OFFSETS) != 0;
            part.transform(
                    new AffineTransform(
                            matrix[0],
                            matrix[1],
                            matrix[2],
                            matrix[3],
                            moved ? dx : 0,
                            moved ? dy : 0));
            all.append(part, false);
        } while ((flags & MORE) != 0);
        return all;
    }

    private double fixed(int at) {
        return font.getShort(at) / 16384.0;
    }

    private Path2D simple(int start, int contours) {
        int[] end = new int[contours];
        for (int c = 0; c < contours; c++) {
            end[c] = unsigned(start + 2 * c);
        }
        int count = end[contours - 1] + 1;
        int at = start + 2 * contours;
        at += 2 + unsigned(at);
        int[] flags = new int[count];
        for (int i = 0; i < count; i++) {
            flags[i] = Byte.toUnsignedInt(font.get(at++));
            if ((flags[i] & REPEAT) != 0) {
                int times = Byte.toUnsignedInt(font.get(at++));
                for (int k = 0; k < times; k++) {
                    flags[i + 1] = flags[i];
                    i++;
                }
            }
        }
        int[] x = new int[count];
        at = coordinates(at, flags, X_SHORT, X_SAME, x);
        int[] y = new int[count];
        coordinates(at, flags, Y_SHORT, Y_SAME, y);
        Path2D path = new Path2D.Double();
        int first = 0;
        for (int last : end) {
            contour(path, flags, x, y, first, last);
            first = last + 1;
        }
        return path;
    }

    private int coordinates(int start, int[] flags, int isShort, int isSame, int[] into) {
        int at = start;
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            boolean same = (flags[i] & isSame) != 0;
            if ((flags[i] & isShort) != 0) {
                int step = Byte.toUnsignedInt(font.get(at++));
                value += same ? step : -step;
            } else if (!same) {
                value += font.getShort(at);
                at += 2;
            }
            into[i] = value;
        }
        return at;
    }

    /// Between two control points in a row there is a point on the curve, in their middle.
    private static void contour(Path2D path, int[] flags, int[] x, int[] y, int first, int last) {
        int size = last - first + 1;
        int start = first;
        while (start < last && (flags[start] & ON_CURVE) == 0) {
            start++;
        }
        path.moveTo(x[start], y[start]);
        int control = -1;
        for (int k = 1; k <= size; k++) {
            int i = first + (start - first + k) % size;
            boolean on = (flags[i] & ON_CURVE) != 0;
            if (control >= 0) {
                double endX = on ? x[i] : (x[control] + x[i]) / 2.0;
                double endY = on ? y[i] : (y[control] + y[i]) / 2.0;
                path.quadTo(x[control], y[control], endX, endY);
            } else if (on) {
                path.lineTo(x[i], y[i]);
            }
            control = on ? -1 : i;
        }
        path.closePath();
    }
}
