package innerloop.app.shell;

import innerloop.app.ExperimentName;
import innerloop.app.Messages;
import innerloop.episode.FewShot;
import innerloop.experiment.Experiment;
import innerloop.experiment.kinds.Kinds;
import innerloop.graph.AttributedGraph;
import innerloop.meta.MetaLearner;
import innerloop.nn.Encoder;
import innerloop.task.Task;
import org.jspecify.annotations.Nullable;

/// The experiment in a line, for example `debian · 5-way 3-shot · second-order MAML on a GCN`.
public final class DocumentLine {

    private DocumentLine() {}

    /// The line for this experiment and its graph.
    public static String of(Experiment experiment, @Nullable AttributedGraph graph) {
        return Messages.get(
                "document.line",
                graph == null ? ExperimentName.shown(experiment.name()) : graph.name(),
                task(experiment.task()),
                learner(experiment.learner()),
                encoder(experiment.encoder()));
    }

    private static String task(Task task) {
        if (task.isWhole()) {
            return Messages.get("option.task.kind." + Kinds.TASK.kind(task).word());
        }
        FewShot drawing = task.drawing();
        return task.hasClasses()
                ? Messages.get("document.task.classes", drawing.ways(), drawing.shots())
                : Messages.get("document.task.examples", drawing.shots());
    }

    /// The name of the learner, with its order if it has two.
    private static String learner(MetaLearner learner) {
        String name = Messages.get("document.learner." + Kinds.of(learner).word());
        return switch (learner.traits().gradient()) {
            case SECOND_ORDER, FIRST_ORDER ->
                    Messages.get(
                            "document.learner.ordered",
                            Messages.get("document.learner." + learner.traits().gradient()),
                            name);
            case NO_INNER_LOOP, NONE -> name;
        };
    }

    /// The encoder's name, for example `GCN`.
    public static String encoder(Encoder encoder) {
        return Messages.get("option.encoder.kind." + Kinds.of(encoder).word());
    }
}
