package innerloop.training;

import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.Backend;
import innerloop.math.Seed;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.meta.Certificate;
import innerloop.meta.Certifier;
import innerloop.meta.LearnerState;
import innerloop.meta.MetaLearner;
import innerloop.phrase.Trouble;
import java.util.ArrayList;
import java.util.List;

/// The answer of `certify EXPERIMENT --json`: how exact the meta-gradient of an experiment is, over its first training
/// episodes. The component names are the JSON keys.
///
/// It is computed in float64 whatever the experiment runs on, and at θ₀ with small random numbers where it has constants
/// ([Certifier#nearby]). A θ after some outer steps would do as well, but costs a training, depends on its rate, and
/// does not exist for learners without one; the derivative is the same function everywhere.
///
/// @param learns whether the learner moves anything by training; the gradient of one that does not is followed by nobody
/// @param cosine mean over the episodes
/// @param relativeGap mean over the episodes
/// @param finiteDifferenceError largest of the episodes
/// @param acrossKinks whether kinks of the activation were crossed in any episode ([Certificate])
/// @param secondOrder whether every episode confirms it
/// @param episodes in their order
public record Certification(
        boolean learns,
        double cosine,
        double relativeGap,
        double finiteDifferenceError,
        boolean acrossKinks,
        boolean secondOrder,
        List<Certificate> episodes) {

    public Certification {
        episodes = List.copyOf(episodes);
    }

    /// Certifies the first training episodes, on the calling thread.
    ///
    /// @param count number of episodes, at least 1
    /// @param checkpoint called between inner steps; may throw to give up
    /// @throws InputException if the experiment does not fit the graph, or its numbers are not finite
    public static Certification of(
            Experiment experiment, AttributedGraph graph, int count, Runnable checkpoint)
            throws InputException {
        Backend backend = new Nd4jBackend();
        ExperimentSetup setup = ExperimentSetup.of(experiment, graph, backend);
        Certifier certifier = new Certifier(backend, setup.plan());
        Seed seed = new Seed(experiment.seed());
        LearnerState at =
                Certifier.nearby(
                        setup.initial(), backend, seed.stream(Seed.Purpose.DIRECTIONS, -1));
        List<Certificate> certificates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Certificate certificate =
                    certifier.certify(
                            setup.certifiedProblem(i),
                            at,
                            seed.stream(Seed.Purpose.DIRECTIONS, i),
                            checkpoint);
            if (!certificate.allFinite()) {
                throw notFinite(experiment.learner(), i + 1);
            }
            certificates.add(certificate);
        }
        return new Certification(
                experiment.learner().trains(),
                certificates.stream().mapToDouble(Certificate::cosine).average().orElseThrow(),
                certificates.stream().mapToDouble(Certificate::relativeGap).average().orElseThrow(),
                certificates.stream()
                        .mapToDouble(Certificate::finiteDifferenceError)
                        .max()
                        .orElseThrow(),
                certificates.stream().anyMatch(Certificate::acrossKinks),
                certificates.stream().allMatch(Certificate::secondOrder),
                certificates);
    }

    private static InputException notFinite(MetaLearner learner, int episode) {
        String number = Integer.toString(episode);
        return learner instanceof MetaLearner.Adapting
                ? new InputException(Trouble.of("certify.inner", number), "learner.innerRate")
                : new InputException(Trouble.of("certify.features", number), "features.normalize");
    }
}
