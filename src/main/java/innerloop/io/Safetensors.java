package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads and writes safetensors files (huggingface/safetensors): a little-endian 64-bit N, N bytes
/// of JSON header, then the numbers.
///
/// Written as the reference writer does: tensors by type descending (I64, F64, F32), then by name
/// in the order of their UTF-8 bytes, without gaps; the header padded with spaces to a multiple of
/// 8. Metadata keys are sorted, so the same tensors give the same bytes.
///
/// Read with the reference reader's rules: header of at most 100 MB that begins with `{` and names
/// nothing twice; offsets without gap or overlap that end with the file; each as long as its shape
/// says. Types other than F32, F64 and I64 are refused. Errors are one line.
public final class Safetensors {

    private Safetensors() {}

    /// The contents of a file.
    ///
    /// @param tensors in the order of the file
    /// @param metadata text by key
    public record Contents(List<Tensor> tensors, Map<String, String> metadata) {
        /// Copies both.
        public Contents {
            tensors = List.copyOf(tensors);
            metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
        }
    }

    /// Writes a file, completely or not at all.
    public static void write(Path file, List<Tensor> tensors, Map<String, String> metadata)
            throws IOException {
        TensorBytes.requireUniqueNames(tensors);
        List<Tensor> sorted = new ArrayList<>(tensors);
        sorted.sort(
                Comparator.comparing(Tensor::type)
                        .reversed()
                        .thenComparing(
                                tensor -> tensor.name().getBytes(StandardCharsets.UTF_8),
                                Arrays::compareUnsigned));
        byte[] header = header(sorted, metadata).getBytes(StandardCharsets.UTF_8);
        int padded = (header.length + 7) / 8 * 8;
        AtomicFiles.write(
                file,
                out -> {
                    out.write(
                            ByteBuffer.allocate(8)
                                    .order(ByteOrder.LITTLE_ENDIAN)
                                    .putLong(padded)
                                    .array());
                    out.write(header);
                    out.write(" ".repeat(padded - header.length).getBytes(StandardCharsets.UTF_8));
                    for (Tensor tensor : sorted) {
                        TensorBytes.write(tensor, out);
                    }
                });
    }

    private static String header(List<Tensor> tensors, Map<String, String> metadata) {
        List<String> entries = new ArrayList<>();
        if (!metadata.isEmpty()) {
            List<String> texts = new ArrayList<>();
            new TreeMap<>(metadata)
                    .forEach((key, value) -> texts.add(json(key) + ":" + json(value)));
            entries.add("\"__metadata__\":{" + String.join(",", texts) + "}");
        }
        long offset = 0;
        for (Tensor tensor : tensors) {
            long end = offset + (long) tensor.size() * tensor.type().bytes();
            entries.add(
                    "%s:{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                            .formatted(
                                    json(tensor.name()),
                                    tensor.type(),
                                    Arrays.toString(tensor.shape()).replace(" ", ""),
                                    offset,
                                    end));
            offset = end;
        }
        return "{" + String.join(",", entries) + "}";
    }

    /// A JSON string with the same escapes serde_json uses.
    private static String json(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < 0x20) {
                        json.append("\\u%04x".formatted((int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.append('"').toString();
    }

    /// Reads and checks a file.
    ///
    /// @throws InputException when it breaks a rule of the format: one line with the file and the
    ///     tensor
    /// @throws IOException when the disk refuses
    public static Contents read(Path file) throws InputException, IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length < 8) {
            throw broken(file, Phrase.of("safetensors.short"));
        }
        long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 0 || length > SafetensorsHeader.LONGEST) {
            throw broken(file, Phrase.of("safetensors.long"));
        }
        if (length > bytes.length - 8) {
            throw broken(file, Phrase.of("safetensors.cut", length));
        }
        int dataStart = (int) length + 8;
        SafetensorsHeader header = SafetensorsHeader.parse(file, text(file, bytes, (int) length));
        header.validate(file, bytes.length - dataStart);
        List<Tensor> tensors = new ArrayList<>();
        for (SafetensorsHeader.Entry entry : header.entries()) {
            tensors.add(
                    TensorBytes.read(
                            entry.name(),
                            entry.type(),
                            entry.axes(),
                            bytes,
                            dataStart + (int) entry.start(),
                            (int) (entry.end() - entry.start())));
        }
        return new Contents(tensors, header.metadata());
    }

    private static String text(Path file, byte[] bytes, int length) throws InputException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 8, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw broken(file, Phrase.of("safetensors.notUtf8"));
        }
    }

    static InputException broken(Path file, Phrase cause) {
        return new InputException(Trouble.of("safetensors.broken", cause), file.toString());
    }
}
