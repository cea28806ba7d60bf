package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON header of a safetensors file.
///
/// @param entries by their place in the file
/// @param metadata text by key
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {

    static final int LONGEST = 100_000_000;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /// One tensor: its bytes are `[start, end)` of the data.
    ///
    /// @param name unique
    /// @param type of the numbers
    /// @param shape size of each axis
    /// @param start first byte
    /// @param end first byte after it
    record Entry(String name, Tensor.Type type, List<Long> shape, long start, long end) {
        Entry {
            shape = List.copyOf(shape);
        }

        long[] axes() {
            return shape.stream().mapToLong(Long::longValue).toArray();
        }
    }

    static SafetensorsHeader parse(Path file, String text) throws InputException {
        if (!text.startsWith("{")) {
            throw Safetensors.broken(file, Phrase.of("safetensors.begin"));
        }
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException e) {
            throw Safetensors.broken(
                    file, Phrase.of("safetensors.noJson", firstLine(e.getOriginalMessage())));
        }
        Map<String, String> metadata = new TreeMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : root.properties()) {
            if (property.getKey().equals("__metadata__")) {
                metadata(file, property.getValue(), metadata);
            } else {
                entries.add(entry(file, property.getKey(), property.getValue()));
            }
        }
        entries.sort(Comparator.comparingLong(Entry::start).thenComparingLong(Entry::end));
        return new SafetensorsHeader(entries, metadata);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static void metadata(Path file, JsonNode node, Map<String, String> metadata)
            throws InputException {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            if (!property.getValue().isString()) {
                throw Safetensors.broken(
                        file,
                        Phrase.of("safetensors.noText", Problem.shortened(property.getKey())));
            }
            metadata.put(property.getKey(), property.getValue().stringValue());
        }
    }

    private static Entry entry(Path file, String name, JsonNode node) throws InputException {
        String shown = Problem.shortened(name);
        JsonNode dtype = node.path("dtype");
        if (!dtype.isString()) {
            throw Safetensors.broken(file, Phrase.of("safetensors.noType", shown));
        }
        long[] offsets = longs(node.path("data_offsets"));
        if (offsets.length != 2) {
            throw Safetensors.broken(file, Phrase.of("safetensors.noOffsets", shown));
        }
        if (!node.path("shape").isArray()
                || longs(node.path("shape")).length != node.path("shape").size()) {
            throw Safetensors.broken(file, Phrase.of("safetensors.noShape", shown));
        }
        return new Entry(
                name,
                type(file, shown, dtype.stringValue()),
                LongStream.of(longs(node.path("shape"))).boxed().toList(),
                offsets[0],
                offsets[1]);
    }

    private static Tensor.Type type(Path file, String shown, String dtype) throws InputException {
        for (Tensor.Type type : Tensor.Type.values()) {
            if (type.name().equals(dtype)) {
                return type;
            }
        }
        throw new InputException(
                Trouble.of("safetensors.type", shown, Problem.shortened(dtype)), file.toString());
    }

    /// The array's numbers; empty when something in it is not a whole number from 0 on.
    private static long[] longs(JsonNode array) {
        long[] numbers = new long[array.size()];
        for (int k = 0; k < numbers.length; k++) {
            JsonNode number = array.get(k);
            if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < 0) {
                return new long[0];
            }
            numbers[k] = number.asLong();
        }
        return numbers;
    }

    /// Checks that the tensors fill the data without gap or overlap, each as long as its shape
    /// says.
    void validate(Path file, long dataLength) throws InputException {
        long expected = 0;
        for (Entry entry : entries) {
            String shown = Problem.shortened(entry.name());
            if (entry.start() != expected || entry.end() < entry.start()) {
                throw Safetensors.broken(
                        file,
                        Phrase.of(
                                "safetensors.offsets",
                                shown,
                                entry.start(),
                                entry.end(),
                                expected));
            }
            OptionalLong needed = TensorBytes.bytesNeeded(entry.axes(), entry.type());
            long length = entry.end() - entry.start();
            if (needed.isEmpty() || needed.getAsLong() != length) {
                throw Safetensors.broken(file, Phrase.of("safetensors.bytes", shown, length));
            }
            expected = entry.end();
        }
        if (expected != dataLength) {
            throw Safetensors.broken(file, Phrase.of("safetensors.length", expected, dataLength));
        }
    }
}
