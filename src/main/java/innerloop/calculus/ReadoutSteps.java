package innerloop.calculus;

import innerloop.graph.Targets;
import innerloop.nn.Readout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How the rows of nodes become rows of examples.
sealed interface ReadoutSteps permits NodeRows, PooledRows, PairScores {

    /// Names in the pass what it computes.
    void forward(Pass pass);

    /// What the pass calls the rows of the examples.
    String output();

    /// Adds its values for the last example.
    void values(List<Term> terms, Pass base);

    /// Adds its derivatives.
    ///
    /// @param output of the rows of the examples
    /// @return of the rows of the nodes
    Slope derivatives(Derived derived, Pass base, Slope output);

    /// The steps of a readout.
    ///
    /// @param nodes what the pass calls the rows of the nodes
    /// @param examples the last is the one that is explained
    static ReadoutSteps of(Field field, String nodes, Readout readout, List<Targets> examples) {
        return switch (readout) {
            case Readout.LastLayer _ -> new NodeRows(nodes, places(field, examples));
            case Readout.Pooled pooled -> new PooledRows(field, nodes, pooled, examples);
            case Readout.PairScore scored ->
                    new PairScores(field, nodes, scored.scoring(), places(field, examples));
            case Readout.Latent _ ->
                    throw new IllegalArgumentException("a latent vector is no row of an example");
        };
    }

    /// Where the nodes of the examples stand among those of the field.
    private static int[] places(Field field, List<Targets> examples) {
        return examples.stream()
                .flatMapToInt(targets -> IntStream.of(targets.nodes()))
                .map(node -> Arrays.binarySearch(field.nodes(), node))
                .toArray();
    }
}
