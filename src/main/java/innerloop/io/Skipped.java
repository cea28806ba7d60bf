package innerloop.io;

import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of a file is left out because it cannot be read, where a person said so; else the reading ends with it.
final class Skipped {

    private final Path file;
    private final List<Problem> problems;
    private final boolean skipping = CurrentReading.get().rules().skipping();
    private @Nullable Problem first;
    private int count;

    /// @param problems takes the one that says how much is left out
    Skipped(Path file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /// A piece of a file.
    interface Piece {
        void read() throws GraphFormatException;
    }

    /// Reads a piece, or leaves it out.
    void unlessBroken(Piece piece) throws GraphFormatException {
        try {
            piece.read();
        } catch (GraphFormatException e) {
            if (!skipping) {
                throw e;
            }
            first = first == null ? e.problem() : first;
            count++;
        }
    }

    /// Says how much was left out.
    void report() {
        Problem one = first;
        if (one != null) {
            problems.add(
                    Problem.ofText(
                            file,
                            one.line(),
                            one.column(),
                            one.text(),
                            Trouble.of(
                                    "graphFile.skipped",
                                    Phrase.amount(count, "place"),
                                    one.trouble().what())));
        }
    }
}
