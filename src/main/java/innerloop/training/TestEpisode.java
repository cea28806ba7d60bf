package innerloop.training;

/// Accuracies on one test episode.
///
/// @param accuracy of what was learned
/// @param floor nearest class mean
/// @param zeroSteps of the same learner, untrained
public record TestEpisode(double accuracy, double floor, double zeroSteps) {}
