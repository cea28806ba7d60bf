/// The look of the window: [Appearance] lays AtlantaFX Primer, our style sheet and the colours of a theme
/// ([innerloop.colour.Theme]) on it; [Paints] gives those colours to views that paint for themselves.
@NullMarked
package innerloop.app.theme;

import org.jspecify.annotations.NullMarked;
