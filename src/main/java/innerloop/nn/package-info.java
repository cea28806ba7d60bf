/// Neural networks as values: [Encoder] describes a GNN and writes its forward pass as an expression,
/// [Parameters] holds named weights, [Model] compiles loss, gradient and Hessian-vector product once.
@NullMarked
package innerloop.nn;

import org.jspecify.annotations.NullMarked;
