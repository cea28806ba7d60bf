package innerloop.io;

import innerloop.phrase.Trouble;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The bytes of a file, unpacked if they are gzip: that is told by the first two of them, whatever the name says.
final class Unpacked {

    private static final int BUFFER = 1 << 16;
    private static final int MAGIC_1 = 0x1F;
    private static final int MAGIC_2 = 0x8B;

    private Unpacked() {}

    static InputStream open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(CurrentReading.open(file), BUFFER);
        try {
            raw.mark(2);
            boolean packed = raw.read() == MAGIC_1 && raw.read() == MAGIC_2;
            raw.reset();
            return packed ? new GZIPInputStream(raw, BUFFER) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /// Why a file cannot be read.
    static GraphFormatException unreadable(Path file, IOException e) {
        return switch (e) {
            case ZipException _, EOFException _ ->
                    Problem.ofFile(file, Trouble.of("file.gzip")).exception();
            case CharacterCodingException _ ->
                    Problem.ofFile(file, Trouble.of("file.notUtf8.line")).exception();
            default -> Problem.unreadable(file, e).exception();
        };
    }
}
