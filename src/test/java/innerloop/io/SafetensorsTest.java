package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.experiment.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {

    private static final List<Tensor> TENSORS =
            List.of(
                    new Tensor.Floats(
                            "convs.1.lin.weight",
                            new long[] {2, 3},
                            new float[] {1, -0f, Float.NaN, 1.4E-45f, 3.4e38f, 6}),
                    new Tensor.Floats("convs.0.bias", new long[] {1}, new float[] {0.1f}),
                    new Tensor.Doubles("θ \"q\"\n", new long[] {}, new double[] {Math.PI}),
                    new Tensor.Longs("step", new long[] {2}, new long[] {-1, Long.MAX_VALUE}),
                    new Tensor.Floats("empty", new long[] {0, 4}, new float[0]));

    @TempDir Path folder;

    private static byte[] withHeader(String header, int dataLength) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + dataLength)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .array();
    }

    @Test
    void roundTrip() throws Exception {
        Path file = folder.resolve("p.safetensors");
        Map<String, String> metadata = Map.of("format", "pt", "note", "a\\b\té");
        Safetensors.write(file, TENSORS, metadata);
        Safetensors.Contents read = Safetensors.read(file);
        assertThat(read.tensors()).containsExactlyInAnyOrderElementsOf(TENSORS);
        assertThat(read.metadata()).isEqualTo(metadata);
    }

    @Test
    void twoSavesAreIdentical() throws IOException {
        Path a = folder.resolve("a.safetensors");
        Path b = folder.resolve("deep/er/b.safetensors");
        Safetensors.write(a, TENSORS, Map.of("x", "1", "y", "2", "z", "3"));
        Safetensors.write(b, TENSORS.reversed(), Map.of("z", "3", "y", "2", "x", "1"));
        assertThat(b).hasSameBinaryContentAs(a);
    }

    @Test
    void theBytesAreThoseOfTheReferenceWriter() throws IOException {
        Path file = folder.resolve("p.safetensors");
        Safetensors.write(
                file,
                List.of(
                        new Tensor.Floats("b", new long[] {1, 1}, new float[] {1}),
                        new Tensor.Floats("a", new long[] {}, new float[] {2}),
                        new Tensor.Doubles("d", new long[] {1}, new double[] {3}),
                        new Tensor.Longs("i", new long[] {1}, new long[] {4})),
                Map.of("format", "pt"));
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) buffer.getLong();
        assertThat(length % 8).isZero();
        assertThat(new String(bytes, 8, length, StandardCharsets.UTF_8).stripTrailing())
                .isEqualTo(
                        "{\"__metadata__\":{\"format\":\"pt\"},"
                                + "\"i\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]},"
                                + "\"d\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[8,16]},"
                                + "\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[16,20]},"
                                + "\"b\":{\"dtype\":\"F32\",\"shape\":[1,1],"
                                + "\"data_offsets\":[20,24]}}");
        assertThat(bytes).hasSize(8 + length + 24);
        assertThat(buffer.getLong(8 + length)).isEqualTo(4);
        assertThat(buffer.getDouble(16 + length)).isEqualTo(3);
        assertThat(buffer.getFloat(24 + length)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    `{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}`  | 8 | tensor 'a' has the offsets [4, 8], but must begin at 0
                    `{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}` | 6 | tensor 'b' has the offsets [2, 6], but must begin at 4
                    `{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}`  | 4 | tensor 'a' has 4 bytes, which is not its shape
                    `{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,4]}}`  | 4 | tensor 'a' has 4 bytes, which is not its shape
                    `{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}`  | 5 | its tensors need 4 bytes, but 5 follow the header
                    `{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}`  | 3 | its tensors need 4 bytes, but 3 follow the header
                    `{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}` | 4 | tensor 'a' has no shape
                    `{"a":{"dtype":"F32","shape":[1]}}`                       | 4 | tensor 'a' has no data_offsets
                    `{"a":{"shape":[1],"data_offsets":[0,4]}}`                | 4 | tensor 'a' has no dtype
                    `{"a":7}`                                                 | 0 | tensor 'a' has no dtype
                    `{"__metadata__":{"n":1}}`                                | 0 | its metadata 'n' is not text
                    ` {}`                                                     | 0 | its header does not begin with '{'
                    """)
    void brokenFiles(String header, int dataLength, String cause) throws IOException {
        Path file = folder.resolve("bad.safetensors");
        Files.write(file, withHeader(header, dataLength));
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        file
                                + ": this is not a valid safetensors file: "
                                + cause
                                + "; export it again");
    }

    @Test
    void otherBrokenFiles() throws IOException {
        Path file = folder.resolve("bad.safetensors");
        Files.write(file, new byte[7]);
        assertThatThrownBy(() -> Safetensors.read(file)).hasMessageContaining("shorter than 8");
        Files.write(file, new byte[] {-1, -1, -1, -1, -1, -1, -1, -1});
        assertThatThrownBy(() -> Safetensors.read(file)).hasMessageContaining("longer than 100 MB");
        Files.write(file, new byte[] {9, 0, 0, 0, 0, 0, 0, 0, '{', '}'});
        assertThatThrownBy(() -> Safetensors.read(file)).hasMessageContaining("9 bytes is cut off");
        for (String header : List.of("{\"a\":1,\"a\":1}", "{\"a\"", "{} x", "{} {}")) {
            Files.write(file, withHeader(header, 0));
            assertThatThrownBy(() -> Safetensors.read(file))
                    .as(header)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("not JSON")
                    .message()
                    .doesNotContain("\n");
        }
        Files.write(
                file,
                withHeader("{\"a\":{\"dtype\":\"BF16\",\"shape\":[1],\"data_offsets\":[0,2]}}", 2));
        assertThatThrownBy(() -> Safetensors.read(file))
                .hasMessage(
                        file
                                + ": tensor 'a' has the type 'BF16'; only F32, F64 and I64 can be"
                                + " read");
    }
}
