/// Numbers: dense and sparse matrices, and the two arithmetics that work on them.
///
/// `Backend` is the seam. `Nd4jBackend` (package `math.nd4j`) computes in float64 and is the reference;
/// `VectorBackend` computes in float32 on primitive arrays and trains. Everything above this package asks a
/// `Backend` for a [Matrix] and never looks inside. [SparseMatrix] holds what does not change during a run:
/// adjacency, features, selections. [Seed] derives every random stream from (seed, purpose, index).
@NullMarked
package innerloop.math;

import org.jspecify.annotations.NullMarked;
