package innerloop.microscope;

import innerloop.nn.Objective.Distance;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What a head that is computed and not learned makes of an episode: what takes the place of an inner loop.
public sealed interface Solution {

    /// An example, or a class mean, in a plane.
    ///
    /// @param slot its class in the episode
    /// @param x its first coordinate
    /// @param y the second
    record Spot(int slot, double x, double y) {}

    /// The class means of prototypical networks, in the plane in which they lie farthest apart. With cosine as the distance
    /// everything has length 1 first.
    ///
    /// @param distance how examples are compared with them
    /// @param share the part of the squared distances between the means that lies in the plane, 0 … 1
    /// @param means a spot for each class
    /// @param support the support set
    /// @param query the query set
    /// @param distances of each query example to each mean: Euclidean, or the cosine of the angle
    @SuppressWarnings("ArrayRecordComponent") // never written again, compared by nobody
    record Means(
            Distance distance,
            double share,
            List<Spot> means,
            List<Spot> support,
            List<Spot> query,
            double[][] distances)
            implements Solution {

        public Means {
            means = List.copyOf(means);
            support = List.copyOf(support);
            query = List.copyOf(query);
        }

        /// The class whose mean is nearest to a query example.
        public int nearest(int example) {
            double[] row = distances[example];
            int best = 0;
            for (int slot = 1; slot < row.length; slot++) {
                boolean nearer =
                        switch (distance) {
                            case EUCLIDEAN -> row[slot] < row[best];
                            case COSINE -> row[slot] > row[best];
                        };
                best = nearer ? slot : best;
            }
            return best;
        }
    }

    /// The equations of ridge regression, `(K + λ s I) A = Y − 1/ways` with s the sum of the weights in K, and their solution;
    /// everything is in units of the weight of the network's output.
    ///
    /// @param numbers λ, τ and the weights, under the keys of the learner's settings
    /// @param ridge λ s, what is added to the diagonal
    /// @param slots the class of each support example
    /// @param kernel K of the support set, a row for each example
    /// @param weights A, a row for each support example, a column for each class
    @SuppressWarnings("ArrayRecordComponent") // never written again, compared by nobody
    record Equations(
            SequencedMap<String, Double> numbers,
            double ridge,
            int[] slots,
            double[][] kernel,
            double[][] weights)
            implements Solution {

        public Equations {
            numbers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(numbers));
        }
    }
}
