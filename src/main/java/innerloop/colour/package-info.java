/// The colours of the program, each named by its meaning and defined in one place.
///
/// [Colour] lists them, [Theme] says what each looks like on light and on dark cards. Canvas, charts, SVG files,
/// GraphStream's viewer and the style sheets of the window all derive theirs from here.
@NullMarked
package innerloop.colour;

import org.jspecify.annotations.NullMarked;
