package innerloop.meta;

/// Reptile (Nichol, Achiam, Schulman 2018): `θ ← θ + ε · mean_i(θ'_i − θ)`. No query set is used in training.
///
/// @param innerSteps gradient steps on the support set; with 1 this is joint training
/// @param innerRate their rate α
/// @param epsilon step towards the adapted parameters; 1 is plain averaging
/// @param anneal whether ε falls linearly to 0 over the run
/// @param tasksPerStep episodes per outer step
public record Reptile(
        int innerSteps, double innerRate, double epsilon, boolean anneal, int tasksPerStep)
        implements MetaLearner {

    public Reptile {
        MetaLearner.check(innerSteps, innerRate, tasksPerStep);
        if (!(epsilon > 0 && epsilon <= 1)) {
            throw new IllegalArgumentException("learner.epsilon must be in (0, 1], not " + epsilon);
        }
    }

    /// 10 inner steps of 2, ε = 0.5 annealed to 0, 4 tasks.
    public static Reptile defaults() {
        return new Reptile(10, 2, 0.5, true, 4);
    }
}
