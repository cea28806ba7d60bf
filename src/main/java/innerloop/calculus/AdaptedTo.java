package innerloop.calculus;

import innerloop.graph.Amount;
import innerloop.phrase.Phrase;
import innerloop.training.Subject;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What θ is adapted to before a node is explained.
///
/// @param subject the episode, and what it sees of the graph
/// @param number which episode of its phase, counted from 0; empty for one that was painted
/// @param inner by how many inner steps; empty for all of them
public record AdaptedTo(Subject subject, OptionalLong number, OptionalInt inner) {

    /// As far as the learner adapts θ to an episode of a phase.
    public static AdaptedTo wholly(Subject subject, long number) {
        return new AdaptedTo(subject, OptionalLong.of(number), OptionalInt.empty());
    }

    /// The episode in words.
    public Phrase episode() {
        return number.isPresent()
                ? Phrase.of(
                        "explain.episode." + subject.phase().name(),
                        Long.toString(number.getAsLong()))
                : Phrase.of("explain.painted");
    }

    /// How far, in words; empty if it is as far as the learner goes.
    public String extent() {
        return inner.isEmpty() ? "" : " by " + Amount.of(inner.getAsInt(), "inner step");
    }
}
