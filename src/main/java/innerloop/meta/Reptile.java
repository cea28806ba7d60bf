package innerloop.meta;

/// Reptile (Nichol, Achiam, Schulman 2018): `θ ← θ + ε · mean_i(θ'_i − θ)`. No query set is used in training.
///
/// @param adaptation the inner loop; with 1 step this is joint training
/// @param optimiser what takes the inner steps
/// @param epsilon step towards the adapted parameters; 1 is plain averaging
/// @param anneal whether ε falls linearly to 0 over the run
/// @param tasksPerStep episodes per outer step
public record Reptile(
        Adaptation adaptation,
        Optimiser optimiser,
        double epsilon,
        boolean anneal,
        int tasksPerStep)
        implements MetaLearner.Adapting {

    /// What takes the inner steps.
    public enum Optimiser {
        /// Plain gradient descent.
        SGD,
        /// Adam with β₁ = 0, as in the paper, whose mean squares start anew in every episode.
        ADAM_RESET,
        /// The same, whose mean squares go on from step to step (the mean over a step's episodes), as in the
        /// authors' program.
        ADAM_CARRIED;

        /// A rate to begin with.
        double usualRate() {
            return this == SGD ? Adaptation.defaults().rate() : 0.01;
        }
    }

    public Reptile {
        if (!(epsilon > 0 && epsilon <= 1)) {
            throw new IllegalArgumentException("learner.epsilon must be in (0, 1], not " + epsilon);
        }
        MetaLearner.checkCount("learner.tasksPerStep", tasksPerStep);
    }

    /// The usual inner loop, ε = 0.1 annealed to 0, 4 tasks.
    public static Reptile defaults() {
        return new Reptile(Adaptation.defaults(), Optimiser.SGD, 0.1, true, 4);
    }

    /// ε of outer step `step` (0 for the first) of `total`.
    double epsilonAt(int step, int total) {
        return anneal ? epsilon * (1 - (double) step / total) : epsilon;
    }

    @Override
    public Reptile withAdaptation(Adaptation newAdaptation) {
        return new Reptile(newAdaptation, optimiser, epsilon, anneal, tasksPerStep);
    }

    /// The same learner with another inner optimiser. A rate that suits plain descent ruins Adam and the other way round,
    /// so changing between them brings the new one's usual rate.
    public Reptile withOptimiser(Optimiser newOptimiser) {
        boolean sameKind = (optimiser == Optimiser.SGD) == (newOptimiser == Optimiser.SGD);
        return new Reptile(
                sameKind ? adaptation : adaptation.withRate(newOptimiser.usualRate()),
                newOptimiser,
                epsilon,
                anneal,
                tasksPerStep);
    }

    public Reptile withEpsilon(double newEpsilon) {
        return new Reptile(adaptation, optimiser, newEpsilon, anneal, tasksPerStep);
    }

    public Reptile withAnneal(boolean newAnneal) {
        return new Reptile(adaptation, optimiser, epsilon, newAnneal, tasksPerStep);
    }

    public Reptile withTasksPerStep(int newTasks) {
        return new Reptile(adaptation, optimiser, epsilon, anneal, newTasks);
    }
}
