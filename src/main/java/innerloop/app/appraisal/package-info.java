/// What can be said about the open experiment without running it to the end: an [Appraisal] works in the background
/// after edits have settled and gives way to runs.
@NullMarked
package innerloop.app.appraisal;

import org.jspecify.annotations.NullMarked;
