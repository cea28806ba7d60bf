package innerloop.app.microscope;

import java.nio.file.Path;

/// A kept run whose learner is to learn the watched episode, too.
///
/// @param name what tells it from others
/// @param folder where it lies
public record BesideRun(String name, Path folder) {}
