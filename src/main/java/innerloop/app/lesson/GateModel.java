package innerloop.app.lesson;

import innerloop.lesson.Answer;
import innerloop.lesson.Part;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// How far a question or a run is.
public final class GateModel {

    /// How it stands.
    public enum State {
        /// Nothing was done yet.
        OPEN,
        /// The answer is wrong, and can be given again.
        WRONG,
        /// The answer is kept until its run is over.
        PREDICTED,
        /// Rightly answered.
        RIGHT,
        /// Answered wrongly, and the right answer is shown.
        SHOWN,
        /// It runs.
        RUNNING,
        /// The run is over.
        DONE,
        /// The run came to nothing.
        FAILED;

        /// Whether what stands behind it is shown.
        public boolean isPassed() {
            return this == PREDICTED || this == RIGHT || this == SHOWN || this == DONE;
        }
    }

    private final Part.Gate part;
    private final ObjectProperty<State> state =
            new SimpleObjectProperty<>(this, "state", State.OPEN);
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");
    private String reply = "";
    private String expected = "";
    private int tries;
    private boolean hinted;

    GateModel(Part.Gate part) {
        this.part = part;
    }

    /// What is to be done.
    public Part.Gate part() {
        return part;
    }

    /// How it stands.
    public ReadOnlyObjectProperty<State> state() {
        return state;
    }

    /// A sentence on the answer or the run.
    public ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /// What was answered last: the number as it was typed, or which answer, counted from 1.
    public String reply() {
        return reply;
    }

    void replied(String text) {
        reply = text;
        tries++;
    }

    void hint() {
        hinted = true;
    }

    void expect(String answer) {
        expected = answer;
    }

    /// The right answer; empty while nobody knows it.
    String expected() {
        return expected;
    }

    void say(String sentence) {
        said.set(sentence);
    }

    void set(State now, String sentence) {
        said.set(sentence);
        state.set(now);
    }

    /// Takes back what was kept; a run has to be made again for its values.
    void restore(Answer kept) {
        reply = kept.reply();
        expected = kept.expected();
        tries = kept.tries();
        hinted = kept.hinted();
        for (State one : State.values()) {
            if (one.isPassed() && one.name().equals(kept.outcome())) {
                state.set(one);
            }
        }
    }

    Answer answer(String question) {
        return new Answer(part.id(), question, reply, state.get().name(), expected, tries, hinted);
    }
}
