package innerloop.app.recipe;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// The common part of all values of the recipe, fields and choices alike.
public sealed interface RecipeValue permits FieldViewModel, ChoiceViewModel {

    /// The key of the value, such as `task.ways`.
    String where();

    /// Whether the experiment has this value at all.
    ReadOnlyBooleanProperty present();

    /// Whether it differs from what its kind of encoder or learner comes with.
    ReadOnlyBooleanProperty unusual();

    /// A finding about the value as it is; empty for none.
    StringProperty note();

    /// Whatever is to be said about it, a note or an error; empty for nothing.
    ObservableValue<String> message();
}
