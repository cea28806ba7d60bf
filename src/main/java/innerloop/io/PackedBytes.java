package innerloop.io;

import innerloop.phrase.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Whole files as bytes, which may be packed: never more of them than the memory holds.
final class PackedBytes {

    /// What is read becomes numbers that take a few times as much.
    static final int MOST =
            (int) Math.min(Integer.MAX_VALUE - 64, Runtime.getRuntime().maxMemory() / 8);

    private PackedBytes() {}

    /// The bytes of a file, unpacked if they are gzip.
    static byte[] of(Path file) throws GraphFormatException {
        try (InputStream in = Unpacked.open(file)) {
            return all(file, in);
        } catch (IOException e) {
            throw Unpacked.unreadable(file, e);
        }
    }

    /// What is left of a stream.
    ///
    /// @param file for complaints
    static byte[] all(Path file, InputStream in) throws IOException, GraphFormatException {
        byte[] bytes = in.readNBytes(MOST);
        if (in.read() >= 0) {
            throw Problem.ofFile(file, Trouble.of("file.tooLarge", MOST >> 20)).exception();
        }
        return bytes;
    }
}
