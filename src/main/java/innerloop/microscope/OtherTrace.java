package innerloop.microscope;

/// An episode, learned by another run's learner.
///
/// @param name what tells that run from others
/// @param trace what its learner makes of it
public record OtherTrace(String name, InnerTrace trace) {}
