package innerloop.io;

import innerloop.math.SparseMatrix;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// The arrays of a `.npz` file, by their names. Pickled objects in them are read as [Pickle] reads them.
final class NpzArrays {

    private static final String ENDING = ".npy";
    private static final int MOST_ARRAYS = 1000;

    private final NumpySource source;
    private final Map<String, NumpyArray> arrays = new LinkedHashMap<>();
    private final Set<String> used = new TreeSet<>();

    private NpzArrays(Path file) {
        this.source = new NumpySource(file, "");
    }

    static NpzArrays read(Path file) throws GraphFormatException {
        NpzArrays all = new NpzArrays(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long room = PackedBytes.MOST;
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.getName().endsWith(ENDING)) {
                    continue;
                }
                byte[] bytes;
                try (InputStream in = zip.getInputStream(entry)) {
                    bytes = PackedBytes.all(file, in);
                }
                room -= bytes.length;
                if (room < 0 || all.arrays.size() == MOST_ARRAYS) {
                    throw Problem.ofFile(file, Trouble.of("file.tooLarge", PackedBytes.MOST >> 20))
                            .exception();
                }
                String name =
                        entry.getName().substring(0, entry.getName().length() - ENDING.length());
                all.arrays.put(name, array(all.source.of(name), bytes));
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw Problem.ofFile(file, Trouble.of("npz.broken")).exception();
        } catch (IOException e) {
            throw Problem.unreadable(file, e).exception();
        }
        return all;
    }

    private static NumpyArray array(NumpySource source, byte[] bytes) throws GraphFormatException {
        NpyHeader header = NpyHeader.of(bytes, source::broken);
        NumpyType type =
                NumpyType.of(header.descr())
                        .orElseThrow(() ->
                                source.broken(
                                        Phrase.of("npz.type", Problem.shortened(header.descr()))));
        if (!type.objects()) {
            return NumpyArray.decode(
                    source, type, header.shape(), header.fortran(), bytes, header.start());
        }
        if (!(Pickle.read(source, bytes, header.start()) instanceof Pickled.Array pickled)) {
            throw source.broken(Phrase.of("pickle.state"));
        }
        return pickled.value(source);
    }

    NumpySource source(String name) {
        return source.of(name);
    }

    /// The array of one of these names, or nothing.
    @Nullable NumpyArray any(String... names) {
        for (String name : names) {
            if (arrays.containsKey(name)) {
                used.add(name);
                return arrays.get(name);
            }
        }
        return null;
    }

    /// The array of this name, which must be there.
    NumpyArray get(String name) throws GraphFormatException {
        NumpyArray array = any(name);
        if (array == null) {
            throw source.of(name).broken(Phrase.of("npzGraph.missing"));
        }
        return array;
    }

    /// The first name of these that an array has; empty if none.
    String name(String... names) {
        for (String name : names) {
            if (arrays.containsKey(name)) {
                return name;
            }
        }
        return "";
    }

    /// A matrix: sparse in arrays `PREFIX_data` and so on, pickled as one, or with all its entries; null if there is none.
    @Nullable SparseMatrix matrix(String prefix, String... names) throws GraphFormatException {
        // As SciPy's save_npz calls them.
        if (prefix.equals("adj") && arrays.containsKey("indptr")) {
            return csr("");
        }
        if (arrays.containsKey(prefix + "_data")) {
            return csr(prefix + "_");
        }
        return dense(names);
    }

    private SparseMatrix csr(String prefix) throws GraphFormatException {
        any("format");
        NumpyArray shape = get(prefix + "shape");
        int[] axes = shape.indices(0, Integer.MAX_VALUE);
        long[] size = new long[axes.length];
        for (int k = 0; k < axes.length; k++) {
            size[k] = axes[k];
        }
        return CsrArrays.matrix(
                source.of(prefix + "data"),
                get(prefix + "data"),
                get(prefix + "indices"),
                get(prefix + "indptr"),
                size);
    }

    private @Nullable SparseMatrix dense(String... names) throws GraphFormatException {
        String name = name(names);
        if (name.isEmpty()) {
            return null;
        }
        NumpyArray array = get(name);
        if (array.numeric()) {
            return CsrArrays.dense(source.of(name), array);
        }
        return switch (array.object()) {
            case Pickled.Csr csr -> csr.value(source.of(name));
            case Pickled.Array inner ->
                    CsrArrays.dense(source.of(name), inner.value(source.of(name)));
            case null, default -> throw source.of(name).broken(Phrase.of("numpy.noObject"));
        };
    }

    /// Texts, `count` of them (any number if that is −1): an array, a dict from numbers to texts called `idx_to_…`, or an entry of the dict `metadata`; empty
    /// if there are none.
    List<String> texts(String name, String dict, int count) throws GraphFormatException {
        NumpyArray array = any(name);
        if (array == null && arrays.containsKey("metadata")) {
            if (get("metadata").object() instanceof Map<?, ?> all
                    && all.get(name) instanceof Pickled.Array pickled) {
                array = pickled.value(source.of(name));
            }
        }
        List<String> texts;
        if (array != null) {
            texts = array.texts();
        } else if (arrays.containsKey(dict)) {
            Map<Integer, String> sorted = new TreeMap<>();
            if (get(dict).object() instanceof Map<?, ?> map) {
                map.forEach((key, value) -> {
                    if (key instanceof Number number) {
                        sorted.put(number.intValue(), String.valueOf(value));
                    }
                });
            }
            texts = List.copyOf(sorted.values());
        } else {
            return List.of();
        }
        if (count >= 0 && texts.size() != count) {
            throw source.of(array == null ? dict : name)
                    .broken(
                            Phrase.of(
                                    "npzGraph.count",
                                    Integer.toString(texts.size()),
                                    Integer.toString(count)));
        }
        return texts;
    }

    /// Names of arrays that nobody asked for.
    List<String> unused() {
        return arrays.keySet().stream().filter(name -> !used.contains(name)).sorted().toList();
    }
}
