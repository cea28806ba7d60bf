package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzTest {

    private static final List<Tensor> TENSORS =
            List.of(
                    new Tensor.Floats(
                            "convs.0.lin.weight", new long[] {2, 1}, new float[] {1, Float.NaN}),
                    new Tensor.Doubles("b", new long[] {3}, new double[] {0.1, -0.0, 1e300}),
                    new Tensor.Longs("θ", new long[] {}, new long[] {Long.MIN_VALUE}),
                    new Tensor.Floats("empty", new long[] {0, 4}, new float[0]));

    @TempDir Path folder;

    @Test
    void roundTripSortedByName() throws Exception {
        Path file = folder.resolve("p.npz");
        Npz.write(file, TENSORS);
        assertThat(Npz.read(file))
                .containsExactly(TENSORS.get(1), TENSORS.get(0), TENSORS.get(3), TENSORS.get(2));
    }

    @Test
    void twoSavesAreIdenticalAndEntriesPlain() throws Exception {
        Path a = folder.resolve("a.npz");
        Path b = folder.resolve("b.npz");
        Npz.write(a, TENSORS);
        Npz.write(b, TENSORS.reversed());
        assertThat(b).hasSameBinaryContentAs(a);
        try (ZipFile zip = new ZipFile(a.toFile())) {
            ZipEntry entry = zip.getEntry("convs.0.lin.weight.npy");
            assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
            assertThat(entry.getExtra()).isNull();
            byte[] npy = zip.getInputStream(entry).readAllBytes();
            assertThat(npy).hasSize(128 + 8);
            assertThat(new String(npy, 10, 118, StandardCharsets.US_ASCII))
                    .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1), }  ")
                    .endsWith(" \n");
            assertThat(npy[8] + 256 * npy[9]).isEqualTo(118);
            byte[] vector = zip.getInputStream(zip.getEntry("b.npy")).readAllBytes();
            assertThat(new String(vector, StandardCharsets.ISO_8859_1)).contains("(3,), }");
        }
    }

    private Path archive(String header) throws IOException {
        Path file = folder.resolve("bad.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("a.npy"));
            zip.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
            zip.write(new byte[] {(byte) header.length(), 0});
            zip.write(header.getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }

    private void assertRefused(String header, String cause) throws IOException {
        Path file = archive(header);
        assertThatThrownBy(() -> Npz.read(file))
                .hasMessage(
                        file
                                + ": array 'a' cannot be read: "
                                + cause
                                + "; save it in C order as '<f4', '<f8' or '<i8'");
    }

    @Test
    void otherArraysAreRefused() throws IOException {
        assertRefused(
                "{'descr': '|O', 'fortran_order': False, 'shape': (0,), }", "its type is '|O'");
        assertRefused(
                "{'descr': '<f4', 'fortran_order': True, 'shape': (0, 2), }",
                "it is in Fortran order");
        assertRefused(
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }",
                "its 0 bytes are not its shape");
        assertRefused("{}", "its header has no plain descr, fortran_order and shape");
        Path text = Files.writeString(folder.resolve("t.npz"), "hello");
        assertThatThrownBy(() -> Npz.read(text))
                .hasMessage(text + ": this is not a whole .npz archive; write it with numpy.savez");
    }
}
