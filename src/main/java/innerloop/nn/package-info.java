/// Neural networks as values: [Encoder] describes a GNN and writes its forward pass as an expression, [Readout] and
/// [Objective] turn its output into scores and a loss, [Network] compiles all of them with gradient and Hessian-vector
/// product once, and [Parameters] holds the named weights.
@NullMarked
package innerloop.nn;

import org.jspecify.annotations.NullMarked;
