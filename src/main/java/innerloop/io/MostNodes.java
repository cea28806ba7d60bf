package innerloop.io;

import innerloop.phrase.Trouble;
import java.nio.file.Path;

/// How many nodes and member graphs the memory has room for: a small file (packed, or with one large number in it) can ask
/// for any number of them.
final class MostNodes {

    /// What a node costs at least: its name, its class, its rows of the matrices. A member graph costs as much.
    private static final int BYTES = 200;

    /// More do not fit.
    static final int LIMIT =
            (int) Math.min(Integer.MAX_VALUE / 4, Runtime.getRuntime().maxMemory() / BYTES);

    private MostNodes() {}

    /// Complains about a line beyond the limit in a file with a line per node.
    static void require(int number, LineScanner lines) throws GraphFormatException {
        if (number > LIMIT) {
            throw lines.lineProblem(tooMany()).exception();
        }
    }

    /// Complains about a number of nodes or member graphs that a file names.
    static void require(int number, Path file) throws GraphFormatException {
        if (number > LIMIT) {
            throw Problem.ofFile(file, tooMany()).exception();
        }
    }

    private static Trouble tooMany() {
        return Trouble.of("graphFile.tooLarge", LIMIT);
    }
}
