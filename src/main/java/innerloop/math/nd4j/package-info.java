/// The float64 twin of the arithmetic, on ND4J: the reference that checks are made against.
///
/// The only package that sees `org.nd4j`. Dense algebra runs in ND4J and its BLAS; sparse and edge operations run
/// over the arrays' doubles in plain Java, because ND4J has no sparse matrices, its scatter-add is racy and its
/// gather does not check indices. Results are written with bulk copies.
@NullMarked
package innerloop.math.nd4j;

import org.jspecify.annotations.NullMarked;
