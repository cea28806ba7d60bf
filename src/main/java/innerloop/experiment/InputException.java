package innerloop.experiment;

import innerloop.phrase.OneLine;
import innerloop.phrase.Phrase;
import innerloop.phrase.Telling;
import innerloop.phrase.Trouble;

/// Thrown for input that cannot be used; its message says in one line what is wrong, where, and what to do.
///
/// The window shows the message inline, the command line prints it and exits with 2. People never see a stack trace of it.
public class InputException extends Exception implements Telling {

    private static final long serialVersionUID = 1L;

    private final String where;
    private final Trouble trouble;

    /// What is wrong, and `where` it stands: a key such as `task.ways`, a file, a file:line; may be empty.
    public InputException(Trouble trouble, String where) {
        super(OneLine.of(trouble.at(where).text()));
        this.where = where;
        this.trouble = trouble;
    }

    /// `what` is wrong, `where` it stands, and what to do about it (`fix`; may be empty), in the words of the command line,
    /// which are English in every language.
    public InputException(String what, String where, String fix) {
        this(Trouble.words(what, fix), where);
    }

    /// The place: a key of the experiment, a file, or a file with its line.
    public String where() {
        return where;
    }

    /// What is wrong, and what to do about it.
    public Trouble trouble() {
        return trouble;
    }

    @Override
    public Phrase phrase() {
        return trouble.at(where);
    }

    /// The fix: what to do about it, in English.
    public String fix() {
        return trouble.fix().text();
    }
}
