package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.recipe.RecipeViewModel;
import innerloop.app.recipe.SettingNames;
import innerloop.app.run.Machine;
import innerloop.app.run.RunStatusModel;
import innerloop.checks.Finding;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;

/// Why no run can begin, in a sentence.
final class RunRefusal {

    private RunRefusal() {}

    /// The reason; empty if a run can begin, or go on.
    static StringBinding of(RecipeViewModel recipe, RunStatusModel status, Machine machine) {
        return Bindings.createStringBinding(
                () -> {
                    if (status.state().get().active()) {
                        return "";
                    }
                    return machine.taker()
                            .map(work -> Messages.get(work.name() + ".runs"))
                            .orElseGet(() ->
                                    recipe.findings().get().stream()
                                            .filter(Finding::blocking)
                                            .findFirst()
                                            .map(finding ->
                                                    Messages.get(
                                                            "run.refused",
                                                            SettingNames.in(
                                                                    finding.trouble().sentence())))
                                            .orElse(""));
                },
                status.state(),
                machine.work(),
                recipe.findings());
    }
}
