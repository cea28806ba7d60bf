/// Drives a window from a program: works on the JavaFX thread ([FxThread]), a mouse ([Mouse]), a meter of frames ([FrameMeter]).
@NullMarked
package innerloop.app.drive;

import org.jspecify.annotations.NullMarked;
