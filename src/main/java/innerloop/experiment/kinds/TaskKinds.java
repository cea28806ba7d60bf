package innerloop.experiment.kinds;

import static innerloop.experiment.kinds.Kind.plain;
import static innerloop.experiment.kinds.Setting.whole;

import innerloop.episode.Task;
import innerloop.experiment.kinds.Setting.Mark;
import innerloop.experiment.kinds.Setting.Row;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The table of tasks: one row for each, with its word, its record, its defaults and its settings.
final class TaskKinds {

    static final List<Kind<Task>> ALL =
            List.of(
                    plain(
                            "node-classification",
                            Task.class,
                            Task::defaults,
                            given("ways", 2, Integer.MAX_VALUE, Task::ways, Task::withWays),
                            given("shots", 1, Task.MOST_NODES, Task::shots, Task::withShots),
                            given(
                                    "queries",
                                    1,
                                    Task.MOST_NODES,
                                    Task::queries,
                                    Task::withQueries)));

    private TaskKinds() {}

    /// A size of an episode: every file gives it.
    private static <R> Setting<R, Integer> given(
            String key,
            int least,
            int most,
            Function<R, Integer> get,
            BiFunction<R, Integer, R> with) {
        return whole(key, least, most, get, with)
                .at(Row.INNER)
                .marked(Mark.REQUIRED)
                .marked(Mark.KEPT);
    }
}
