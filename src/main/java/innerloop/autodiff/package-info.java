/// Exact derivatives of any order, as graph transformation.
///
/// An [Expression] says *what* is computed, with leaves that are named inputs. Every node holds one [Primitive]
/// of a closed set, and each primitive carries its rules in one place: shape, value, pullback, pushforward. Pullback
/// and pushforward are written with expressions, so what they return can be differentiated again.
///
/// [Derivatives] applies them: `gradient` (reverse mode), then `pushforward` of the gradient along a direction
/// (forward over reverse) is an exact Hessian-vector product. Nothing is recorded while numbers flow: a
/// [Program] is compiled once from the expressions (shared parts computed once, dead parts dropped, buffers
/// reused) and an [Evaluator] runs it on a backend as often as wanted, for inputs of any fitting size.
///
///     Expression loss = …                                  // built once
///     List<Expression> gradient = Derivatives.gradient(loss, parameters);
///     List<Expression> hvp = Derivatives.pushforward(gradient, parameters, direction);
///     Evaluator run = new Evaluator(backend, Program.compile(hvp));
@NullMarked
package innerloop.autodiff;

import org.jspecify.annotations.NullMarked;
