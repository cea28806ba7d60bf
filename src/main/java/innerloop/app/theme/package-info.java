/// The look: [Appearance] lays AtlantaFX Primer, our style sheet and the tokens of a [Theme] on the
/// window.
@NullMarked
package innerloop.app.theme;

import org.jspecify.annotations.NullMarked;
