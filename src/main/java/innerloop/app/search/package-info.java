/// Choosing one of many by typing a few letters: [SearchList] shows what fits, [FuzzyMatch] says what that is,
/// [Chooser] opens the list beside a control.
@NullMarked
package innerloop.app.search;

import org.jspecify.annotations.NullMarked;
