/// Typeset formulas.
///
/// [Latex] turns a formula of plain characters (`z¹ = Σⱼ cᵢⱼ xⱼ W¹`) into LaTeX, in which every symbol that stands for something
/// has a mark of its own. [Typesetter] has jlatexmath set it and collects the outlines of its glyphs ([Glyphs]) as an [Outline],
/// one part for each mark; [FormulaView] shows the parts as shapes in the colours of the window. jlatexmath is seen here alone.
@NullMarked
package innerloop.app.formula;

import org.jspecify.annotations.NullMarked;
