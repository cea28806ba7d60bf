package innerloop.app.shell;

import innerloop.app.Messages;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Reptile;
import innerloop.nn.Encoder;
import innerloop.nn.Gat;
import innerloop.nn.Gcn;
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
                    switch (maml.order()) {
                        case SECOND -> Messages.get("document.learner.second");
                        case FIRST -> Messages.get("document.learner.first");
                    };
            case Reptile _ -> Messages.get("document.learner.reptile");
        };
    }

    private static String encoder(Encoder encoder) {
        return switch (encoder) {
            case Gcn _ -> Messages.get("document.encoder.gcn");
            case Gat _ -> Messages.get("document.encoder.gat");
        };
    }
}
