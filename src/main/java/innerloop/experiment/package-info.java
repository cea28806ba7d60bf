/// The document: an [Experiment] is what a person edits and saves, with its [Budget] and the [Relabelling] of its nodes.
@NullMarked
package innerloop.experiment;

import org.jspecify.annotations.NullMarked;
