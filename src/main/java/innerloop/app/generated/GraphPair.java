package innerloop.app.generated;

import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphShape;
import innerloop.training.GeneratedGraph;

/// A real graph, and one that was drawn from what a run learned of it.
///
/// @param real graph
/// @param realShape what it is like
/// @param drawn the new edges between its nodes
/// @param drawnShape what these are like
/// @param noise the drawing was made with
/// @param number of the drawing
public record GraphPair(
        AttributedGraph real,
        GraphShape realShape,
        GeneratedGraph drawn,
        GraphShape drawnShape,
        double noise,
        long number) {}
