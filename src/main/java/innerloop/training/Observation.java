package innerloop.training;

import innerloop.graph.AttributedGraph;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import innerloop.projection.PlaneAndSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The live picture at one step. The arrays are never written again.
///
/// @param at the moment of the run whose θ it was made from
/// @param request which of the episodes asked for it shows, counted from 0
/// @param paintedQueries query nodes of the painted episode, if it is that which is watched; else 0
/// @param embedding PCA of the last hidden layer (of a prototypical network: of its space), θ adapted to the watched
///     episode where the learner adapts
/// @param points the embedding itself, `[n × dimensions]`; only if somebody wanted it
/// @param dimensions of the space the embedding shows
/// @param ways the classes of the watched episode in its order; −1 for one that is not there any more
/// @param classes what the classes are called whose indices are predicted
/// @param outcome what the network says of each example of the watched classes, one for each point of the embedding
/// @param attention how much the node of a row listens to that of a column in the first layer; empty without attention
/// @param queryValue the task's measure on the query set of the watched episode
public record Observation(
        Moment at,
        int request,
        int paintedQueries,
        PlaneAndSpace.Picture embedding,
        Optional<Matrix> points,
        int dimensions,
        List<Integer> ways,
        List<String> classes,
        Outcome outcome,
        Optional<SparseMatrix> attention,
        double queryValue) {

    /// The outer step it was made after.
    public int step() {
        return at.outer();
    }

    /// The class of each point of the embedding that is in play, −1 for the others: where classes are predicted, those of which
    /// nothing is said are not.
    ///
    /// @param points the graph of the points ([Outcome#points])
    public int[] classesInPlay(AttributedGraph points) {
        int[] inPlay = points.labels().clone();
        if (!ways.isEmpty()) {
            int[] predicted = outcome.examples().predicted();
            Arrays.setAll(inPlay, i -> predicted[i] >= 0 ? inPlay[i] : -1);
        }
        return inPlay;
    }

    /// The same as an answer to another request.
    public Observation asked(int other) {
        return new Observation(
                at,
                other,
                paintedQueries,
                embedding,
                points,
                dimensions,
                ways,
                classes,
                outcome,
                attention,
                queryValue);
    }

    /// The same with the indices that these classes have: a new one may have come or gone since the run began. A class that is
    /// not there is not predicted.
    public Observation in(List<String> others) {
        if (others.equals(classes)) {
            return this;
        }
        int[] indexOf = classes.stream().mapToInt(others::indexOf).toArray();
        return new Observation(
                at,
                request,
                paintedQueries,
                embedding,
                points,
                dimensions,
                ways.stream().map(way -> way < 0 ? -1 : indexOf[way]).toList(),
                others,
                outcome.renumbered(indexOf),
                attention,
                queryValue);
    }
}
