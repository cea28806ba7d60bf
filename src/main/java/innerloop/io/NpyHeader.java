package innerloop.io;

import innerloop.phrase.Phrase;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a `.npy` of version 1 to 3 says of the array behind it.
///
/// @param descr NumPy's name of the type
/// @param fortran whether the first axis changes fastest
/// @param shape the size of each axis
/// @param start where the contents begin
record NpyHeader(String descr, boolean fortran, long[] shape, int start) {

    static final String MAGIC = "\u0093NUMPY";
    private static final int LONGEST = 10_000;
    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9,\\s]*)\\)");

    /// @param complaint makes the exception of what is wrong
    static <X extends Exception> NpyHeader of(byte[] bytes, Function<Phrase, X> complaint)
            throws X {
        int lengthBytes = bytes.length > 6 && bytes[6] == 1 ? 2 : 4;
        int start = MAGIC.length() + 2 + lengthBytes;
        boolean magic =
                bytes.length >= start
                        && new String(bytes, 0, MAGIC.length(), StandardCharsets.ISO_8859_1)
                                .equals(MAGIC);
        if (!magic || bytes[6] < 1 || bytes[6] > 3) {
            throw complaint.apply(Phrase.of("npz.noHeader"));
        }
        long length = 0;
        for (int k = 0; k < lengthBytes; k++) {
            length |= (bytes[MAGIC.length() + 2 + k] & 0xFFL) << (8 * k);
        }
        if (length > Math.min(LONGEST, bytes.length - start)) {
            throw complaint.apply(Phrase.of("npz.longHeader"));
        }
        String header = new String(bytes, start, (int) length, StandardCharsets.UTF_8);
        Matcher descr = DESCR.matcher(header);
        Matcher order = ORDER.matcher(header);
        Matcher shape = SHAPE.matcher(header);
        if (!descr.find() || !order.find() || !shape.find()) {
            throw complaint.apply(Phrase.of("npz.header"));
        }
        try {
            long[] axes =
                    Pattern.compile(",")
                            .splitAsStream(shape.group(1))
                            .map(String::strip)
                            .filter(axis -> !axis.isEmpty())
                            .mapToLong(Long::parseLong)
                            .toArray();
            return new NpyHeader(
                    descr.group(1), order.group(1).equals("True"), axes, start + (int) length);
        } catch (NumberFormatException e) {
            throw complaint.apply(Phrase.of("npz.shape", shape.group(1)));
        }
    }
}
