/// What the program says to a person below the window: as a value, so that the command line, files and logs say it in English
/// and the window in the language it speaks. A [Phrase] is one sentence or a part of one, a [Trouble] says what is wrong and
/// what to do about it. The texts stand in `innerloop/phrases.properties`, Chinese beside it.
@NullMarked
package innerloop.phrase;

import org.jspecify.annotations.NullMarked;
