/// Work in the background whose result is shown if it is still wanted then: [Latest], and how it is cancelled.
@NullMarked
package innerloop.app.background;

import org.jspecify.annotations.NullMarked;
