package innerloop.io;

import innerloop.phrase.Phrase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// Writes a zip archive of uncompressed entries, all dated 1980-01-01 00:00.
///
/// `ZipOutputStream` would add an extra field with the local time zone for exactly this date, so
/// the bytes would depend on where they are written. Source: PKWARE's APPNOTE.TXT 4.3.
final class StoredZip {

    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int CENTRAL_HEADER = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int VERSION = 20;
    private static final int UTF8_NAMES = 1 << 11;
    private static final int FIRST_DAY = 1 << 5 | 1;
    private static final int MOST_ENTRIES = 0xFFFF;

    private final OutputStream out;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int entries;
    private long written;

    StoredZip(OutputStream out) {
        this.out = out;
    }

    void entry(String name, byte[] bytes) throws IOException {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        if (written + bytes.length > Integer.MAX_VALUE || entries == MOST_ENTRIES) {
            throw new TooLargeException(Phrase.of("npz.tooLarge.arrays"));
        }
        LittleEndian common = new LittleEndian();
        common.two(VERSION).two(UTF8_NAMES).two(0);
        common.two(0).two(FIRST_DAY);
        common.four(crc.getValue()).four(bytes.length).four(bytes.length);
        common.two(nameBytes.length).two(0);

        LittleEndian central =
                new LittleEndian().four(CENTRAL_HEADER).two(VERSION).bytes(common.bytes());
        // Comment length, disk, internal and external attributes; then where the entry begins.
        central.two(0).two(0).two(0).four(0).four(written).bytes(nameBytes);
        directory.writeBytes(central.bytes());

        put(new LittleEndian().four(LOCAL_HEADER).bytes(common.bytes()).bytes(nameBytes).bytes());
        put(bytes);
        entries++;
    }

    void finish() throws IOException {
        long start = written;
        put(directory.toByteArray());
        LittleEndian end = new LittleEndian().four(END).two(0).two(0).two(entries).two(entries);
        put(end.four(directory.size()).four(start).two(0).bytes());
    }

    /// Little-endian numbers one after the other.
    private static final class LittleEndian {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        LittleEndian two(int number) {
            out.write(number);
            out.write(number >> 8);
            return this;
        }

        LittleEndian four(long number) {
            return two((int) number & 0xFFFF).two((int) (number >> 16));
        }

        LittleEndian bytes(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }

    private void put(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }
}
