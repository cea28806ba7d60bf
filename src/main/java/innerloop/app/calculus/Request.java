package innerloop.app.calculus;

import innerloop.app.run.OuterMoment;
import innerloop.calculus.LossSlice;
import innerloop.training.Subject;
import java.util.Optional;
import java.util.OptionalInt;

/// What is to be explained.
///
/// @param moment the network
/// @param subject the episode
/// @param number which of its phase, if it was not painted
/// @param inner how far θ is adapted to it; empty for as far as the learner goes
/// @param about what the page is about
/// @param node the node in focus, or the number of a member graph; −1 where it does not matter
/// @param other the node at the other end of an edge; −1 for none
/// @param slice the slice that is wanted of a loss; empty for none
/// @param backward whether derivatives are wanted, too
record Request(
        OuterMoment moment,
        Subject subject,
        long number,
        OptionalInt inner,
        About about,
        int node,
        int other,
        Optional<LossSlice.Wanted> slice,
        boolean backward) {

    /// A request for the inner loop as a whole.
    static Request ofInnerLoop(
            OuterMoment moment, Subject subject, long number, LossSlice.Wanted slice) {
        return new Request(
                moment,
                subject,
                number,
                OptionalInt.empty(),
                About.INNER_LOOP,
                -1,
                -1,
                Optional.of(slice),
                true);
    }

    boolean isOfOneRun(Request other) {
        return moment.isOfOneRun(other.moment);
    }

    /// Whether both ask about the same thing, whatever is known of it by then.
    boolean isAboutTheSame(Request asked) {
        return isOfOneRun(asked)
                && about == asked.about
                && node == asked.node
                && other == asked.other;
    }

    /// Whether both ask for the same after the same episode, whatever the network and the slice.
    private boolean isAlike(Request other) {
        return isAboutTheSame(other)
                && subject.equals(other.subject)
                && number == other.number
                && inner.equals(other.inner);
    }

    boolean isSame(Request other) {
        return holds(other) && backward == other.backward;
    }

    /// Whether what explains this explains the other, too.
    boolean holds(Request other) {
        return explainsAlike(other) && slice.equals(other.slice);
    }

    /// The same but for the slice.
    boolean explainsAlike(Request other) {
        return isAlike(other)
                && moment.learned().equals(other.moment.learned())
                && (backward || !other.backward);
    }

    /// Whether only the network went on.
    boolean follows(Request before) {
        return isAlike(before)
                && slice.equals(before.slice)
                && !moment.chosen()
                && backward == before.backward;
    }
}
