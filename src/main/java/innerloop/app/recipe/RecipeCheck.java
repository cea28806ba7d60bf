package innerloop.app.recipe;

import innerloop.checks.Finding;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks at an experiment and its graph and says what is the matter. Called after every edit on the
/// JavaFX thread, so it must be quick.
@FunctionalInterface
public interface RecipeCheck {

    /// All findings; the graph is null while none is open.
    List<Finding> check(Experiment experiment, @Nullable AttributedGraph graph);
}
