package innerloop.training;

/// The result on one test episode, in the measure of the run.
///
/// @param score of what was learned
/// @param floor nearest class mean
/// @param zeroSteps of the same learner, untrained
public record TestEpisode(double score, double floor, double zeroSteps) {}
