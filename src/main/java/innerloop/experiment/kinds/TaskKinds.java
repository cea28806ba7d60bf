package innerloop.experiment.kinds;

import static innerloop.experiment.kinds.Setting.choice;
import static innerloop.experiment.kinds.Setting.whole;

import innerloop.episode.FewShot;
import innerloop.experiment.kinds.Setting.Mark;
import innerloop.experiment.kinds.Setting.Row;
import innerloop.nn.Layers;
import innerloop.nn.Readout.Pooling;
import innerloop.task.GraphClassification;
import innerloop.task.NodeClassification;
import innerloop.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// The table of tasks: one row for each, with its word, its record, its defaults and the settings it does not share.
final class TaskKinds {

    /// How episodes are drawn: every task has it.
    private static final List<Setting<Task, ?>> DRAWING =
            Setting.group(
                    List.of(Mark.REQUIRED, Mark.KEPT),
                    Task::drawing,
                    (task, drawing) ->
                            task.withDrawing(drawing.ways(), drawing.shots(), drawing.queries()),
                    size("ways", 2, Integer.MAX_VALUE, FewShot::ways, FewShot::withWays),
                    size("shots", 1, FewShot.MOST_EXAMPLES, FewShot::shots, FewShot::withShots),
                    size(
                            "queries",
                            1,
                            FewShot.MOST_EXAMPLES,
                            FewShot::queries,
                            FewShot::withQueries));

    static final List<Kind<Task>> ALL =
            List.of(
                    task(
                            "node-classification",
                            NodeClassification.class,
                            NodeClassification::defaults),
                    task(
                            "graph-classification",
                            GraphClassification.class,
                            GraphClassification::defaults,
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
                                    .marked(Mark.FOLDED)));

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
            String word, Class<K> type, Supplier<K> defaults, Setting<K, ?>... own) {
        List<Setting<Task, ?>> settings = new ArrayList<>(DRAWING);
        for (Setting<K, ?> setting : own) {
            settings.add(Setting.widened(setting, type));
        }
        return new Kind<>(word, type, defaults, _ -> true, settings);
    }
}
