package innerloop.experiment;

/// Thrown for input that cannot be used; its message says in one line what is wrong, where, and what to do.
///
/// The window shows the message inline, the command line prints it and exits with 2. People never see a stack trace of it.
public class InputException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String where;
    private final String fix;

    /// `what` is wrong, `where` it stands (a key such as `task.ways`, a file, a file:line; may be empty), and
    /// what to do about it (`fix`; may be empty).
    public InputException(String what, String where, String fix) {
        super(
                OneLine.of(
                        (where.isEmpty() ? "" : where + ": ")
                                + what
                                + (fix.isEmpty() ? "" : "; " + fix)));
        this.where = where;
        this.fix = fix;
    }

    /// The place: a key of the experiment, a file, or a file with its line.
    public String where() {
        return where;
    }

    /// The fix: what to do about it.
    public String fix() {
        return fix;
    }
}
