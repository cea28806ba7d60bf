/// Meta-learning: [MetaLearner] is the closed set of algorithms, each readable beside its paper's pseudo-code.
@NullMarked
package innerloop.meta;

import org.jspecify.annotations.NullMarked;
