package innerloop.io;

import innerloop.phrase.Trouble;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What memory a graph will take, estimated from its files before they are read.
final class MemoryNeed {

    /// Bytes of memory for a byte of text. Readers take 4 to 8 of them where files hold names and numbers; less is never too
    /// little for a graph that fits, so that none is refused that does.
    private static final int PER_BYTE = 3;

    /// Bytes of memory for an edge, while it is read and once it is in a graph.
    private static final int PER_EDGE = 150;

    private static final int GZIP_1 = 0x1F;
    private static final int GZIP_2 = 0x8B;
    private static final int LENGTH_BYTES = 4;

    /// Gzip packs no better.
    private static final long BEST_RATIO = 1032;

    private MemoryNeed() {}

    /// The bytes on the disk.
    static long bytes(List<Path> files) {
        return files.stream().mapToLong(MemoryNeed::size).sum();
    }

    /// Refuses files that cannot fit, with the figures.
    static void require(Path named, List<Path> files) throws GraphFormatException {
        if (estimate(files) > Runtime.getRuntime().maxMemory()) {
            throw Problem.ofFile(named, tooLarge(estimate(files))).exception();
        }
    }

    /// Refuses so many edges, where a short text stands for them.
    static void requireEdges(Path file, long edges) throws GraphFormatException {
        if (edges > Runtime.getRuntime().maxMemory() / PER_EDGE) {
            throw Problem.ofFile(file, tooLarge(edges * PER_EDGE)).exception();
        }
    }

    /// What is said where the memory was not enough after all.
    static Trouble full() {
        return Trouble.of("graphFile.full", gigabytes(Runtime.getRuntime().maxMemory()));
    }

    private static Trouble tooLarge(long bytes) {
        return Trouble.of(
                "graphFile.memory", gigabytes(bytes), gigabytes(Runtime.getRuntime().maxMemory()));
    }

    private static long estimate(List<Path> files) {
        return PER_BYTE * files.stream().mapToLong(MemoryNeed::unpacked).sum();
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException _) {
            // The reader will say what is wrong with it.
            return 0;
        }
    }

    /// How long a file is once it is unpacked. The last four bytes of gzip say so, for files below 4 GB; where they are cut off
    /// they say anything.
    private static long unpacked(Path file) {
        long size = size(file);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (size < LENGTH_BYTES || bytes.read() != GZIP_1 || bytes.read() != GZIP_2) {
                return size;
            }
            bytes.seek(size - LENGTH_BYTES);
            long said = Integer.toUnsignedLong(Integer.reverseBytes(bytes.readInt()));
            return Math.clamp(said, size, BEST_RATIO * size);
        } catch (IOException | UnsupportedOperationException _) {
            return size;
        }
    }
}
