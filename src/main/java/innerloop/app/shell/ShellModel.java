package innerloop.app.shell;

import innerloop.app.document.Settings;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.recipe.FieldViewModel;
import innerloop.app.run.RunStatusModel;
import innerloop.app.theme.Appearance;

/// The parts of the window besides its views.
///
/// @param document what is open
/// @param status what the trainer does
/// @param seed the seed's field
/// @param commands what can be done
/// @param appearance light or dark, large or small
/// @param settings what is kept of how the window looks
public record ShellModel(
        WorkbenchDocument document,
        RunStatusModel status,
        FieldViewModel<?> seed,
        Commands commands,
        Appearance appearance,
        Settings settings) {}
