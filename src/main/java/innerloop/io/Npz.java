package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Reads and writes NumPy's `.npz`: a zip of `NAME.npy`, what `numpy.savez` and `numpy.load` use.
///
/// Written with stored entries sorted by name, dated 1980-01-01, so that the same tensors give the
/// same bytes; `.npy` version 1.0 with its header padded to 64 bytes. Read are versions 1 to 3, C
/// order, `<f4`, `<f8` and `<i8`; nothing else, in particular no pickled objects.
public final class Npz {

    private static final int ALIGNMENT = 64;

    private Npz() {}

    /// Writes a file, completely or not at all.
    public static void write(Path file, List<Tensor> tensors) throws IOException {
        write(file, tensors, Map.of());
    }

    /// Writes a file with lists of texts beside the numbers, completely or not at all.
    ///
    /// @param texts by the names of their arrays, which differ from those of the tensors
    static void write(Path file, List<Tensor> tensors, Map<String, List<String>> texts)
            throws IOException {
        TensorBytes.requireUniqueNames(tensors);
        SortedMap<String, Supplier<byte[]>> sorted = new TreeMap<>();
        tensors.forEach(tensor -> sorted.put(tensor.name(), () -> npy(tensor)));
        for (Map.Entry<String, List<String>> named : texts.entrySet()) {
            requireRoom(named.getValue());
            sorted.put(named.getKey(), () -> npy(named.getValue()));
        }
        AtomicFiles.write(
                file,
                out -> {
                    StoredZip zip = new StoredZip(out);
                    for (Map.Entry<String, Supplier<byte[]>> entry : sorted.entrySet()) {
                        zip.entry(entry.getKey() + ".npy", entry.getValue().get());
                    }
                    zip.finish();
                });
    }

    /// Every text takes as much room as the longest.
    private static void requireRoom(List<String> texts) throws IOException {
        if ((long) texts.size() * longest(texts) * Integer.BYTES > Integer.MAX_VALUE / 2) {
            throw new TooLargeException(Phrase.of("npz.tooLarge.texts"));
        }
    }

    /// In code points; NumPy has no texts of length 0.
    private static int longest(List<String> texts) {
        return texts.stream()
                .mapToInt(text -> text.codePointCount(0, text.length()))
                .reduce(1, Math::max);
    }

    /// Texts as `<U…`: code points, filled up with zeros.
    private static byte[] npy(List<String> texts) {
        int longest = longest(texts);
        ByteBuffer bytes =
                ByteBuffer.allocate(texts.size() * longest * Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (int k = 0; k < texts.size(); k++) {
            bytes.position(k * longest * Integer.BYTES);
            texts.get(k).codePoints().forEach(bytes::putInt);
        }
        return npy("<U" + longest, new long[] {texts.size()}, bytes.array());
    }

    private static byte[] npy(Tensor tensor) {
        return npy(tensor.type().descr(), tensor.shape(), TensorBytes.of(tensor));
    }

    private static byte[] npy(String descr, long[] axes, byte[] contents) {
        String shape =
                LongStream.of(axes).mapToObj(Long::toString).collect(Collectors.joining(", "));
        String literal =
                "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }"
                        .formatted(descr, axes.length == 1 ? shape + "," : shape);
        int before = NpyHeader.MAGIC.length() + 4;
        int padded = (before + literal.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        String header = literal + " ".repeat(padded - before - literal.length() - 1) + "\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(NpyHeader.MAGIC.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(new byte[] {1, 0, (byte) header.length(), (byte) (header.length() >> 8)});
        out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(contents);
        return out.toByteArray();
    }

    /// Reads all arrays, in the order of the archive.
    ///
    /// @throws InputException when an array is not of a kind named above: one line
    /// @throws IOException when the disk refuses
    public static List<Tensor> read(Path file) throws InputException, IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<Tensor> tensors = new ArrayList<>();
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                if (name.toLowerCase(Locale.ROOT).endsWith(".npy")) {
                    byte[] bytes = zip.getInputStream(entry).readAllBytes();
                    tensors.add(tensor(file, name.substring(0, name.length() - 4), bytes));
                }
            }
            return tensors;
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new InputException(Trouble.of("npz.broken"), file.toString());
        }
    }

    private static Tensor tensor(Path file, String name, byte[] bytes) throws InputException {
        NpyHeader header = NpyHeader.of(bytes, cause -> unreadable(file, name, cause));
        Tensor.Type type = type(file, name, header.descr());
        long[] shape = header.shape();
        if (header.fortran() && shape.length > 1) {
            throw unreadable(file, name, Phrase.of("npz.fortran"));
        }
        int start = header.start();
        int size = bytes.length - start;
        if (TensorBytes.bytesNeeded(shape, type).orElse(-1) != size) {
            throw unreadable(file, name, Phrase.of("npz.bytes", size));
        }
        return TensorBytes.read(name, type, shape, bytes, start, size);
    }

    private static Tensor.Type type(Path file, String name, String descr) throws InputException {
        for (Tensor.Type type : Tensor.Type.values()) {
            if (type.descr().equals(descr)) {
                return type;
            }
        }
        throw unreadable(file, name, Phrase.of("npz.type", Problem.shortened(descr)));
    }

    private static InputException unreadable(Path file, String name, Phrase cause) {
        return new InputException(
                Trouble.of("npz.unreadable", Problem.shortened(name), cause), file.toString());
    }
}
