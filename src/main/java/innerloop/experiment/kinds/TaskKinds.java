package innerloop.experiment.kinds;

import static innerloop.experiment.kinds.Setting.choice;
import static innerloop.experiment.kinds.Setting.column;
import static innerloop.experiment.kinds.Setting.decimal;
import static innerloop.experiment.kinds.Setting.share;
import static innerloop.experiment.kinds.Setting.whole;

import innerloop.episode.FewShot;
import innerloop.episode.Negatives;
import innerloop.experiment.kinds.Setting.Mark;
import innerloop.experiment.kinds.Setting.Row;
import innerloop.experiment.kinds.Values.Decimal.Bounds;
import innerloop.nn.Layers;
import innerloop.nn.Readout.Pooling;
import innerloop.nn.Scoring;
import innerloop.task.GraphClassification;
import innerloop.task.HeldOutEdges;
import innerloop.task.HeldOutNodes;
import innerloop.task.LinkPrediction;
import innerloop.task.LinkPrediction.Ranking;
import innerloop.task.NodeClassification;
import innerloop.task.NodeRegression;
import innerloop.task.NodeRegression.Signal;
import innerloop.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// The table of tasks: one row for each, with its word, its record, its defaults and the settings it does not share.
final class TaskKinds {

    private static final Setting<FewShot, Integer> WAYS =
            size("ways", 2, Integer.MAX_VALUE, FewShot::ways, FewShot::withWays);

    private static final Setting<FewShot, Integer> SHOTS =
            size("shots", 1, FewShot.MOST_EXAMPLES, FewShot::shots, FewShot::withShots);

    private static final Setting<FewShot, Integer> QUERIES =
            size("queries", 1, FewShot.MOST_EXAMPLES, FewShot::queries, FewShot::withQueries);

    /// How other episodes are drawn.
    private static final List<Setting<Task, ?>> OF_EXAMPLES =
            Setting.group(
                    List.of(Mark.REQUIRED, Mark.KEPT),
                    Task::drawing,
                    TaskKinds::drawn,
                    SHOTS,
                    QUERIES);

    /// How episodes of classes are drawn.
    private static final List<Setting<Task, ?>> OF_CLASSES =
            Setting.group(
                    List.of(Mark.REQUIRED, Mark.KEPT),
                    Task::drawing,
                    TaskKinds::drawn,
                    WAYS,
                    SHOTS,
                    QUERIES);

    private static Task drawn(Task task, FewShot drawing) {
        return task.withDrawing(drawing.ways(), drawing.shots(), drawing.queries());
    }

    static final List<Kind<Task>> ALL =
            List.of(
                    task(
                            "node-classification",
                            NodeClassification.class,
                            NodeClassification::defaults,
                            OF_CLASSES),
                    task(
                            "graph-classification",
                            GraphClassification.class,
                            GraphClassification::defaults,
                            OF_CLASSES,
                            choice(
                                            "readout",
                                            Pooling.class,
                                            GraphClassification::pooling,
                                            GraphClassification::withPooling)
                                    .at(Row.LOWER),
                            whole(
                                            "dimensions",
                                            1,
                                            Layers.WIDEST,
                                            GraphClassification::dimensions,
                                            GraphClassification::withDimensions)
                                    .at(Row.LOWER)
                                    .marked(Mark.FOLDED)),
                    task(
                            "link-prediction",
                            LinkPrediction.class,
                            LinkPrediction::defaults,
                            OF_EXAMPLES,
                            choice(
                                            "score",
                                            Scoring.class,
                                            LinkPrediction::scoring,
                                            LinkPrediction::withScoring)
                                    .at(Row.LOWER),
                            choice(
                                            "negatives",
                                            Negatives.class,
                                            LinkPrediction::negatives,
                                            LinkPrediction::withNegatives)
                                    .at(Row.LOWER),
                            choice(
                                            "measure",
                                            Ranking.class,
                                            LinkPrediction::ranking,
                                            LinkPrediction::withRanking)
                                    .at(Row.LOWER)
                                    .marked(Mark.FOLDED),
                            whole(
                                            "dimensions",
                                            1,
                                            Layers.WIDEST,
                                            LinkPrediction::dimensions,
                                            LinkPrediction::withDimensions)
                                    .at(Row.LOWER)
                                    .marked(Mark.FOLDED)),
                    task("held-out-nodes", HeldOutNodes.class, HeldOutNodes::defaults, List.of()),
                    task(
                            "held-out-edges",
                            HeldOutEdges.class,
                            HeldOutEdges::defaults,
                            List.of(),
                            choice(
                                    "objective",
                                    HeldOutEdges.Method.class,
                                    HeldOutEdges::method,
                                    HeldOutEdges::withMethod),
                            decimal(
                                            "divergence",
                                            Bounds.POSITIVE,
                                            HeldOutEdges::divergenceWeight,
                                            HeldOutEdges::withDivergenceWeight)
                                    .at(Row.LOWER)
                                    .marked(Mark.FOLDED),
                            share(
                                            "validation",
                                            HeldOutEdges::validationShare,
                                            HeldOutEdges::withValidationShare)
                                    .at(Row.INNER),
                            share("test", HeldOutEdges::testShare, HeldOutEdges::withTestShare)
                                    .at(Row.INNER),
                            choice(
                                            "measure",
                                            Ranking.class,
                                            HeldOutEdges::ranking,
                                            HeldOutEdges::withRanking)
                                    .at(Row.LOWER)
                                    .marked(Mark.FOLDED),
                            whole(
                                            "dimensions",
                                            1,
                                            Layers.WIDEST,
                                            HeldOutEdges::dimensions,
                                            HeldOutEdges::withDimensions)
                                    .at(Row.LOWER)
                                    .marked(Mark.FOLDED)),
                    task(
                            "node-regression",
                            NodeRegression.class,
                            NodeRegression::defaults,
                            OF_EXAMPLES,
                            choice(
                                            "signal",
                                            Signal.class,
                                            NodeRegression::signal,
                                            NodeRegression::withSignal)
                                    .at(Row.LOWER)
                                    .marked(Mark.REQUIRED),
                            column("target", NodeRegression::target, NodeRegression::withTarget)
                                    .at(Row.LOWER)));

    private TaskKinds() {}

    private static Setting<FewShot, Integer> size(
            String key,
            int least,
            int most,
            Function<FewShot, Integer> get,
            BiFunction<FewShot, Integer, FewShot> with) {
        return whole(key, least, most, get, with).at(Row.INNER);
    }

    @SafeVarargs
    private static <K extends Task> Kind<Task> task(
            String word,
            Class<K> type,
            Supplier<K> defaults,
            List<Setting<Task, ?>> drawing,
            Setting<K, ?>... own) {
        List<Setting<Task, ?>> settings = new ArrayList<>(drawing);
        for (Setting<K, ?> setting : own) {
            settings.add(Setting.widened(setting, type));
        }
        return new Kind<>(word, type, defaults, _ -> true, settings);
    }
}
