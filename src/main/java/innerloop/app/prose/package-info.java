/// Texts as nodes: [ProseView] shows what [innerloop.lesson.Prose] says, with a [FormulaLine] for each formula.
@NullMarked
package innerloop.app.prose;

import org.jspecify.annotations.NullMarked;
