/// The recipe: five cards that edit the experiment.
///
/// A view model reads the document's present value and offers text; what a person types goes
/// through a [FieldParser] and, if it is valid, back into the document as an edit. Invalid text
/// stays in the field only. Findings of [RecipeCheck] come back to the field or card they name.
@NullMarked
package innerloop.app.recipe;

import org.jspecify.annotations.NullMarked;
