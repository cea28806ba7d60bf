/// Where everything is put together: [Workbench] is the composition root, [WorkbenchApplication] gives it a stage.
///
///     WorkbenchDocument ──> RecipeViewModel, GraphView, … (views derive from the document)
///     RunViewModel ──> CurvesView, EmbeddingView, GraphView, status line (once per frame)
///     StandardCommands ──> Workbench's actions: open, save, export, run, pause, step, stop
@NullMarked
package innerloop.app.workbench;

import org.jspecify.annotations.NullMarked;
