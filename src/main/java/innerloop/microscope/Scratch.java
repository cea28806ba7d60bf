package innerloop.microscope;

/// What a random start comes to that has many more inner steps.
///
/// @param steps how many it has
/// @param query what is said of the query set in the end
public record Scratch(int steps, Said query) {}
