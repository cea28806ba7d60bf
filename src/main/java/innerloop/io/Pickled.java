package innerloop.io;

import innerloop.math.SparseMatrix;
import innerloop.phrase.Phrase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a pickle may build beside dicts, lists, tuples, texts and numbers. It is put together first (`build`), as the pickle says,
/// and only turned into numbers when it is asked for: a small file cannot make many large arrays.
sealed interface Pickled {

    /// Takes the state that the pickle gives it.
    void build(@Nullable Object state);

    /// A tuple, which the library makes an array, with at least so many parts.
    static @Nullable Object[] tuple(@Nullable Object object, int least) {
        if (!(object instanceof Object[] parts) || parts.length < least) {
            throw new PickleRefusal(Phrase.of("pickle.state"));
        }
        return parts;
    }

    /// Bytes: Python 2 writes them as text, a character each.
    static byte[] bytes(@Nullable Object object) {
        return switch (object) {
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(StandardCharsets.ISO_8859_1);
            case null, default -> throw new PickleRefusal(Phrase.of("pickle.state"));
        };
    }

    /// A text, which may also be bytes.
    static String text(@Nullable Object object) {
        return object instanceof String text
                ? text
                : new String(bytes(object), StandardCharsets.UTF_8);
    }

    /// A whole number, of Python or of NumPy; −1 for anything else.
    static long wholeNumber(@Nullable Object object) {
        return switch (object) {
            case Array scalar -> scalar.whole();
            case Number number -> number.longValue();
            case null, default -> -1;
        };
    }

    /// A shape: a tuple of whole numbers.
    static long[] shape(@Nullable Object object) {
        @Nullable Object[] axes = tuple(object, 0);
        long[] shape = new long[axes.length];
        for (int k = 0; k < axes.length; k++) {
            shape[k] = wholeNumber(axes[k]);
        }
        return shape;
    }

    /// `numpy.dtype`.
    final class Type implements Pickled {

        private NumpyType type;

        Type(String descr) {
            this.type =
                    NumpyType.of(descr)
                            .orElseThrow(() ->
                                    new PickleRefusal(
                                            Phrase.of("npz.type", Problem.shortened(descr))));
        }

        @Override
        public void build(@Nullable Object state) {
            type = type.ordered(text(tuple(state, 2)[1]));
        }

        NumpyType type() {
            return type;
        }
    }

    /// `numpy.ndarray`.
    final class Array implements Pickled {

        private @Nullable Object[] state = {};

        @Override
        public void build(@Nullable Object built) {
            @Nullable Object[] parts = tuple(built, 4);
            int first = parts.length == 4 ? 0 : 1;
            state =
                    new Object[] {
                        parts[first], parts[first + 1], parts[first + 2], parts[first + 3]
                    };
        }

        /// An array whose state is known at once.
        static Array of(Object shape, Object type, boolean fortran, Object contents) {
            Array array = new Array();
            array.build(new Object[] {shape, type, fortran, contents});
            return array;
        }

        private long whole() {
            @Nullable Object[] parts = tuple(state, 4);
            byte[] bytes = bytes(parts[3]);
            return parts[1] instanceof Type type
                            && type.type().numeric()
                            && type.type().size() == bytes.length
                    ? (long) type.type().number(bytes, 0)
                    : -1;
        }

        /// The array itself.
        NumpyArray value(NumpySource source) throws GraphFormatException {
            try {
                @Nullable Object[] parts = tuple(state, 4);
                long[] shape = shape(parts[0]);
                if (!(parts[1] instanceof Type type)) {
                    throw source.broken(Phrase.of("pickle.state"));
                }
                boolean fortran =
                        Boolean.TRUE.equals(parts[2]) || Integer.valueOf(1).equals(parts[2]);
                if (parts[3] instanceof List<?> objects) {
                    return NumpyArray.ofObjects(source, shape, objects);
                }
                byte[] bytes = bytes(parts[3]);
                return NumpyArray.decode(source, type.type(), shape, fortran, bytes, 0);
            } catch (PickleRefusal e) {
                throw source.broken(e.phrase());
            }
        }
    }

    /// `scipy.sparse.csr_matrix`.
    final class Csr implements Pickled {

        private Map<?, ?> state = Map.of();

        @Override
        public void build(@Nullable Object built) {
            if (!(built instanceof Map<?, ?> fields)) {
                throw new PickleRefusal(Phrase.of("pickle.state"));
            }
            state = fields;
        }

        /// The matrix itself.
        SparseMatrix value(NumpySource source) throws GraphFormatException {
            Object shape = state.containsKey("_shape") ? state.get("_shape") : state.get("shape");
            try {
                return CsrArrays.matrix(
                        source,
                        part(source, "data"),
                        part(source, "indices"),
                        part(source, "indptr"),
                        shape(shape));
            } catch (PickleRefusal e) {
                throw source.broken(e.phrase());
            }
        }

        private NumpyArray part(NumpySource source, String name) throws GraphFormatException {
            if (!(state.get(name) instanceof Array array)) {
                throw source.broken(Phrase.of("numpy.csr"));
            }
            return array.value(source);
        }
    }
}
