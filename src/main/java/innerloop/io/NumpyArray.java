package innerloop.io;

import innerloop.phrase.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An array of NumPy, row-major: of numbers, or of texts and other objects.
final class NumpyArray {

    private final NumpySource source;
    private final int[] shape;
    private final double[] numbers;
    private final @Nullable List<?> objects;

    private NumpyArray(
            NumpySource source, int[] shape, double[] numbers, @Nullable List<?> objects) {
        this.source = source;
        this.shape = shape;
        this.numbers = numbers;
        this.objects = objects;
    }

    /// An array of objects.
    static NumpyArray ofObjects(NumpySource source, long[] shape, List<?> objects)
            throws GraphFormatException {
        if (elements(source, shape) != objects.size()) {
            throw source.broken(Phrase.of("numpy.size", objects.size()));
        }
        return new NumpyArray(source, ints(shape), new double[0], objects);
    }

    /// An array of numbers or texts from its bytes, from `start` on.
    ///
    /// @param fortran whether the first axis changes fastest
    static NumpyArray decode(
            NumpySource source,
            NumpyType type,
            long[] shape,
            boolean fortran,
            byte[] bytes,
            int start)
            throws GraphFormatException {
        int count = elements(source, shape);
        if ((long) count * type.size() != bytes.length - start) {
            throw source.broken(Phrase.of("npz.bytes", bytes.length - start));
        }
        if (fortran && shape.length > 2) {
            throw source.broken(Phrase.of("npz.fortran"));
        }
        boolean turned = fortran && shape.length == 2;
        int rows = turned ? (int) shape[0] : 1;
        int columns = turned ? (int) shape[1] : count;
        double[] numbers = new double[type.numeric() ? count : 0];
        List<String> texts = type.numeric() ? null : new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int place = turned ? k % columns * rows + k / columns : k;
            int at = start + place * type.size();
            if (texts == null) {
                numbers[k] = type.number(bytes, at);
            } else {
                texts.add(type.text(bytes, at));
            }
        }
        return new NumpyArray(source, ints(shape), numbers, texts);
    }

    /// How many elements there are: no more than the memory holds.
    private static int elements(NumpySource source, long[] shape) throws GraphFormatException {
        long most = Math.min(Integer.MAX_VALUE / 2, Runtime.getRuntime().maxMemory() / 16);
        long count = 1;
        for (long axis : shape) {
            if (axis < 0 || axis > most) {
                throw source.broken(Phrase.of("npz.shape", Arrays.toString(shape)));
            }
            count = Math.multiplyExact(count, axis);
            if (count > most) {
                throw source.broken(Phrase.of("numpy.tooLarge", Arrays.toString(shape)));
            }
        }
        return (int) count;
    }

    private static int[] ints(long[] shape) {
        return Arrays.stream(shape).mapToInt(axis -> (int) axis).toArray();
    }

    int axes() {
        return shape.length;
    }

    int axis(int number) {
        return shape[number];
    }

    int size() {
        return objects == null ? numbers.length : objects.size();
    }

    boolean numeric() {
        return objects == null;
    }

    /// The numbers, of as many axes as there must be.
    double[] numbers(int axes) throws GraphFormatException {
        if (objects != null || shape.length != axes) {
            throw source.broken(Phrase.of("numpy.noNumbers", axes));
        }
        return numbers;
    }

    /// The numbers as whole numbers from `least` to below `bound`.
    int[] indices(int least, int bound) throws GraphFormatException {
        int[] indices = new int[numbers(1).length];
        for (int k = 0; k < indices.length; k++) {
            indices[k] = (int) numbers[k];
            if (indices[k] != numbers[k] || indices[k] < least || indices[k] >= bound) {
                throw source.broken(
                        Phrase.of(
                                "numpy.index",
                                Decimals.text(numbers[k]),
                                Integer.toString(k),
                                Integer.toString(least),
                                Integer.toString(bound - 1)));
            }
        }
        return indices;
    }

    /// What stands in an array of one object.
    @Nullable Object object() throws GraphFormatException {
        if (objects == null || objects.size() != 1) {
            throw source.broken(Phrase.of("numpy.noObject"));
        }
        return objects.getFirst();
    }

    /// The elements as texts.
    List<String> texts() throws GraphFormatException {
        List<String> texts = new ArrayList<>();
        if (objects == null) {
            for (double number : numbers) {
                texts.add(whole(number));
            }
            return texts;
        }
        for (Object object : objects) {
            if (!(object instanceof String) && !(object instanceof Number)) {
                throw source.broken(Phrase.of("numpy.noTexts"));
            }
            texts.add(object.toString());
        }
        return texts;
    }

    /// A number as a person writes it: whole numbers without a point.
    static String whole(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Decimals.text(number);
    }
}
