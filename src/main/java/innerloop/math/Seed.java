package innerloop.math;

import java.util.SplittableRandom;

/// The root of all randomness of an experiment.
///
/// A stream is a pure function of (seed, purpose, index), so episode 17 is the same whether or not episode 16 was drawn
/// before it, and for any number of threads.
public record Seed(long value) {

    /// The use of a random stream; two purposes never share a stream.
    public enum Purpose {
        /// Initial parameters θ₀.
        INITIALISATION(1),
        /// Episodes of meta-training.
        TRAIN_EPISODES(2),
        /// Episodes of validation.
        VALIDATION_EPISODES(3),
        /// Episodes of meta-test.
        TEST_EPISODES(4),
        /// Random assignment of classes to lanes.
        SPLIT(5),
        /// Start positions of a layout.
        LAYOUT(6),
        /// Which entries dropout removes.
        DROPOUT(7),
        /// The nodes of a supervised batch.
        BATCHES(8),
        /// Directions along which a derivative is checked.
        DIRECTIONS(9),
        /// Inputs and targets of a regression problem.
        REGRESSION(10),
        /// The order in which nodes look for their community.
        COMMUNITIES(11),
        /// Examples that complete a painted episode.
        PAINTING(12),
        /// Which sets of novel classes are tried when there are too many.
        FOLDS(13),
        /// Which edges are held out of a whole graph.
        HELD_OUT(30),
        /// The noise of a generated graph.
        GENERATED(31),
        /// Random signs with which the return of random walks is estimated.
        WALKS(20),
        /// What the views of a graph leave out.
        VIEWS(40),
        /// The root of what else pre-training draws.
        PRETRAINING(41),
        /// The support set of a prediction for which nobody gave one.
        SUPPORT(50),
        /// Where the iteration for eigenvectors begins.
        EIGENVECTORS(21);

        private final long salt;

        Purpose(long salt) {
            this.salt = salt;
        }
    }

    /// A fresh stream of random numbers for this purpose and index.
    public SplittableRandom stream(Purpose purpose, long index) {
        return new SplittableRandom(key(purpose, index));
    }

    /// A key from which the numbers of this purpose and index follow, see [#uniform].
    public long key(Purpose purpose, long index) {
        return mix(mix(mix(value) + purpose.salt) + index);
    }

    /// Another key, for part `part` of what a key is for.
    public static long part(long key, long part) {
        return mix(key + part);
    }

    /// Number `i` of a key, uniform in [0, 1); needs no state, so any thread can ask for any number.
    public static double uniform(long key, long i) {
        return (mix(key + i) >>> 11) * 0x1p-53;
    }

    /// The first numbers of a key, standard normal and independent (Box and Muller 1958); the same on every machine.
    public static double[] normal(long key, int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i += 2) {
            double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform(key, i)));
            double angle = 2 * Math.PI * uniform(key, i + 1L);
            numbers[i] = radius * StrictMath.cos(angle);
            if (i + 1 < count) {
                numbers[i + 1] = radius * StrictMath.sin(angle);
            }
        }
        return numbers;
    }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    private static long mix(long z) {
        long x = z + 0x9E3779B97F4A7C15L;
        x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
