/// The document: [WorkbenchDocument] holds the present [innerloop.experiment.Experiment] and its
/// [History].
///
/// Views ask for an edit, the document makes a new value, and every view hears of it through a
/// property. A [Journal] listens too and keeps the present value on disk, so that a killed program
/// loses nothing.
@NullMarked
package innerloop.app.document;

import org.jspecify.annotations.NullMarked;
