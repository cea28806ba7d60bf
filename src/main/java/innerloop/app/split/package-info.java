/// The split as a person edits it: cards with lanes of classes, regions or member graphs ([SplitViewModel]), the leaks that speak
/// against it ([LeakList]), and an episode painted on the canvas ([EpisodePainter]).
@NullMarked
package innerloop.app.split;

import org.jspecify.annotations.NullMarked;
