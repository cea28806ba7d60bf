package innerloop.app.recipe;

import innerloop.experiment.Finding;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Looks at an experiment and its graph and says what is the matter. Called after every edit on the
/// JavaFX thread, so it must be quick.
@FunctionalInterface
public interface RecipeCheck {

    /// All findings; the graph is null while none is open.
    List<Finding> check(Experiment experiment, @Nullable AttributedGraph graph);
}
