package innerloop.nn;

import innerloop.math.Matrix;
import java.util.Arrays;

/// The right answers to some examples, in the order of the examples.
public sealed interface Answers {

    /// The number of answers.
    int size();

    /// Classification: each example belongs to one of the episode's slots.
    ///
    /// @param classes class index of each slot, in the episode's random order
    /// @param slot the slot of each example
    record Slots(int[] classes, int[] slot) implements Answers {

        /// These answers as those of a classification.
        ///
        /// @throws IllegalArgumentException if they are not classes
        public static Slots of(Answers answers) {
            if (answers instanceof Slots slots) {
                return slots;
            }
            throw new IllegalArgumentException("these answers are no classes");
        }

        /// Number of slots.
        public int ways() {
            return classes.length;
        }

        @Override
        public int size() {
            return slot.length;
        }

        /// The share of examples whose largest score stands at the right slot.
        ///
        /// @param scores `[examples × ways]`
        public double accuracy(Matrix scores) {
            int right = 0;
            for (int i = 0; i < slot.length; i++) {
                right += NetworkEvaluator.argMax(scores, i) == slot[i] ? 1 : 0;
            }
            return (double) right / slot.length;
        }
    }

    /// Each example is a pair of nodes, joined by an edge or not: what objectives ask that learn from the edges alone.
    ///
    /// @param joined 1 for an edge, 0 for none
    /// @param weight how often the pair counts; of two nodes twice if every pair counts, in both orders
    /// @param nodes number of nodes
    /// @param everyPair whether the examples are all edges, so that every other pair of nodes counts as one without; otherwise
    ///     the pairs without an edge are examples too
    record Edges(double[] joined, double[] weight, int nodes, boolean everyPair)
            implements Answers {

        /// These answers as edges.
        ///
        /// @throws IllegalArgumentException if they are something else
        static Edges of(Answers answers) {
            if (answers instanceof Edges edges) {
                return edges;
            }
            throw new IllegalArgumentException("these answers are no edges");
        }

        @Override
        public int size() {
            return joined.length;
        }
    }

    /// Each example has a number: in regression its value, in link prediction 1 for an edge and 0 for none.
    ///
    /// @param value the number of each example, in its own unit
    /// @param standard how a network sees these numbers
    record Numbers(double[] value, Standard standard) implements Answers {

        /// Numbers that a network sees as they are.
        public Numbers(double[] value) {
            this(value, Standard.NONE);
        }

        /// These answers as numbers.
        ///
        /// @throws IllegalArgumentException if they are classes
        public static Numbers of(Answers answers) {
            if (answers instanceof Numbers numbers) {
                return numbers;
            }
            throw new IllegalArgumentException("these answers are no numbers");
        }

        /// The numbers a network is to give.
        double[] standardised() {
            return Arrays.stream(value).map(standard::of).toArray();
        }

        /// The answers of a network, in the unit of these.
        ///
        /// @param scores `[examples × 1]`
        public double[] predicted(Matrix scores) {
            double[] predicted = new double[scores.rows()];
            Arrays.setAll(predicted, i -> standard.back(scores.get(i, 0)));
            return predicted;
        }

        @Override
        public int size() {
            return value.length;
        }
    }
}
