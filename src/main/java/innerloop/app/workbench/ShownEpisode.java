package innerloop.app.workbench;

import innerloop.app.document.WorkbenchDocument;
import innerloop.app.graphview.GraphView;
import innerloop.app.run.RunViewModel;
import innerloop.episode.Episode;
import innerloop.episode.PaintedEpisode;
import innerloop.episode.PaintedEpisode.Role;
import innerloop.episode.Unit;
import innerloop.experiment.Experiment;
import innerloop.graph.select.NodeSet;
import java.util.Optional;
import java.util.stream.IntStream;

/// Which episode the graph and the embedding show: the painted one, however unfinished it is; without one that which is watched;
/// and for a while another one, whose nodes stand out.
final class ShownEpisode {

    private final WorkbenchDocument document;
    private final RunViewModel run;
    private final GraphView graph;
    private final LiveEmbedding embedding;

    ShownEpisode(
            WorkbenchDocument document,
            RunViewModel run,
            GraphView graph,
            LiveEmbedding embedding) {
        this.document = document;
        this.run = run;
        this.graph = graph;
        this.embedding = embedding;
    }

    /// Shows its nodes in the graph.
    void show() {
        Experiment present = document.experiment().get();
        PaintedEpisode drawn = present.split().painted();
        Episode watched = run.watched().get();
        if (!drawn.isEmpty() && present.task().drawing().unit() == Unit.NODE) {
            graph.setEpisode(drawn.nodes(Role.SUPPORT), drawn.nodes(Role.QUERY));
        } else if (watched != null) {
            graph.setEpisode(watched.supportNodes(), watched.queryNodes());
        } else {
            graph.setEpisode(new int[0], new int[0]);
        }
    }

    /// Lets this episode stand out in graph and embedding; none for the one that is there otherwise.
    void light(Optional<Episode> lit) {
        embedding.light(lit);
        graph.light(lit.map(episode -> nodes(episode, graph.seen().nodes())));
        lit.ifPresentOrElse(
                episode -> graph.setEpisode(episode.supportNodes(), episode.queryNodes()),
                this::show);
    }

    private static NodeSet nodes(Episode episode, int all) {
        return NodeSet.of(
                all,
                IntStream.concat(
                                IntStream.of(episode.supportNodes()),
                                IntStream.of(episode.queryNodes()))
                        .toArray());
    }
}
