package innerloop.io;

import innerloop.experiment.InputException;
import java.io.Serial;

/// A graph file that cannot be read. Its message is one line: `FILE:LINE: cause; fix`.
public final class GraphFormatException extends InputException {

    @Serial private static final long serialVersionUID = 1L;

    private final Problem problem;

    /// An exception with its cause, its place, and what to do about it.
    public GraphFormatException(Problem problem) {
        super(problem.trouble(), problem.where());
        this.problem = problem;
    }

    /// The same as a value: file, line, column, text, cause and fix.
    public Problem problem() {
        return problem;
    }

    /// The file as the user named it.
    public String file() {
        return problem.file();
    }

    /// The line, counted from 1; 0 when unknown.
    public int line() {
        return problem.line();
    }

    /// The column in the line, counted from 1; 0 when unknown.
    public int column() {
        return problem.column();
    }

    /// The offending text, shortened; may be empty.
    public String text() {
        return problem.text();
    }

    /// The cause, without place and fix.
    public String problemCause() {
        return problem.cause();
    }
}
