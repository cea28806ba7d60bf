package innerloop.episode;

import innerloop.nn.Standard;
import java.util.SplittableRandom;

/// The numbers that a regression asks for, one for each node.
public sealed interface NodeNumbers permits NodeNumbers.OfColumn, SmoothSignals {

    /// The number of each node of the graph in an episode, NaN for none. Read only.
    ///
    /// @param area where the episode is drawn from
    /// @param random the episode's stream
    double[] of(Area area, SplittableRandom random);

    /// How a network sees these numbers.
    Standard standard();

    /// Numbers that the graph's file gives, the same in every episode.
    ///
    /// @param numbers of each node, NaN for none
    /// @param standard how a network sees them
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record OfColumn(double[] numbers, Standard standard) implements NodeNumbers {
        @Override
        public double[] of(Area area, SplittableRandom random) {
            return numbers;
        }
    }
}
