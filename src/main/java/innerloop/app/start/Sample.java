package innerloop.app.start;

/// A graph that comes with the program.
///
/// @param id its name, also the id of its card
/// @param title what it is called
/// @param line one line about it
/// @param nodes its nodes
/// @param edges its edges
/// @param classes its classes
public record Sample(String id, String title, String line, int nodes, int edges, int classes) {}
