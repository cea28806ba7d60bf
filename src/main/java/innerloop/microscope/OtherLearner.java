package innerloop.microscope;

import innerloop.episode.PaintedEpisode;
import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.Backend;
import innerloop.meta.LearnerState;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import innerloop.training.RunRecord;
import innerloop.training.Subject;

/// The learner of another run, with the θ it was trained to, that learns the same episodes. For one thread.
public final class OtherLearner {

    private final Microscope microscope;
    private final LearnerState learned;

    private OtherLearner(Microscope microscope, LearnerState learned) {
        this.microscope = microscope;
        this.learned = learned;
    }

    /// The learner of a run.
    ///
    /// @param own the experiment whose episodes it learns
    /// @param graph that of both
    /// @throws InputException if it learns something else, or was trained on what is new in these episodes
    public static OtherLearner of(
            Experiment own, RunRecord other, AttributedGraph graph, Backend backend)
            throws InputException {
        Experiment theirs = other.experiment();
        if (!other.provenance().graphHash().equals(graph.contentHash())) {
            throw refused(theirs, Phrase.of("beside.otherGraph"));
        }
        if (!theirs.task().equals(own.task())) {
            throw refused(theirs, Phrase.of("beside.otherTask", theirs.task().phrase()));
        }
        if (!unpainted(theirs).equals(unpainted(own))) {
            throw refused(theirs, Phrase.of("beside.otherSplit"));
        }
        return new OtherLearner(Microscope.of(theirs, graph, backend), other.tested());
    }

    private static Split unpainted(Experiment experiment) {
        return experiment.split().withPainted(PaintedEpisode.NONE);
    }

    private static InputException refused(Experiment theirs, Phrase why) {
        return new InputException(Trouble.of("beside.refused", why), theirs.name());
    }

    /// Its settings.
    public Experiment experiment() {
        return microscope.setup().experiment();
    }

    /// Learns the episode.
    ///
    /// @param pausePoint called between inner steps; may throw to give up
    public InnerTrace look(Subject subject, Runnable pausePoint) {
        return microscope.look(learned, subject, pausePoint);
    }
}
