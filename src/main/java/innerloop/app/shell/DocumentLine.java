package innerloop.app.shell;

import innerloop.app.Messages;
import innerloop.experiment.Experiment;
import innerloop.experiment.kinds.Kinds;
import innerloop.graph.AttributedGraph;
import innerloop.meta.FineTune;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Pretrain;
import innerloop.meta.Prototypical;
import innerloop.meta.Reptile;
import innerloop.nn.Encoder;
import org.jspecify.annotations.Nullable;

/// The experiment in a line, for example `debian · 5-way 3-shot · second-order MAML on a GCN`.
public final class DocumentLine {

    private DocumentLine() {}

    /// The line for this experiment and its graph.
    public static String of(Experiment experiment, @Nullable AttributedGraph graph) {
        return Messages.get(
                "document.line",
                graph == null ? experiment.name() : graph.name(),
                experiment.task().ways(),
                experiment.task().shots(),
                learner(experiment.learner()),
                encoder(experiment.encoder()));
    }

    private static String learner(MetaLearner learner) {
        return switch (learner) {
            case Maml maml ->
                    Messages.get(
                            "document.learner.maml",
                            Messages.get("document.learner." + maml.order()),
                            Messages.get("document.learner." + maml.variant()));
            case Reptile _ -> Messages.get("document.learner.REPTILE");
            case Prototypical _ -> Messages.get("document.learner.PROTOTYPICAL");
            case FineTune _ -> Messages.get("document.learner.FINE_TUNE");
            case Pretrain _ -> Messages.get("document.learner.PRETRAIN");
        };
    }

    /// The encoder's name, for example `GCN`.
    public static String encoder(Encoder encoder) {
        return Messages.get("option.encoder.kind." + Kinds.of(encoder).word());
    }
}
