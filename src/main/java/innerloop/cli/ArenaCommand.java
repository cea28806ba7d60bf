package innerloop.cli;

import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.io.ArenaFolder;
import innerloop.io.ArenaScores;
import innerloop.math.VectorBackend;
import innerloop.phrase.OneLine;
import innerloop.phrase.Phrase;
import innerloop.task.BaselineScore;
import innerloop.task.Gain;
import innerloop.task.Measure;
import innerloop.task.Score;
import innerloop.training.Arena;
import innerloop.training.ArenaResult;
import innerloop.training.ArenaRow;
import innerloop.training.ArenaRun;
import innerloop.training.ClassFolds;
import innerloop.training.Contender;
import innerloop.training.Contenders;
import innerloop.training.RunControl;
import innerloop.training.RunStatus;
import innerloop.training.RunSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `arena EXPERIMENT`: which learner is worth its training on the episodes of an experiment.
@Command(
        name = "arena",
        mixinStandardHelpOptions = true,
        description = "Compare learners on the same episodes of an experiment, and suggest one.")
public final class ArenaCommand implements Callable<Integer> {

    private static final String LEARNERS = "--learners";

    @Mixin private ExperimentOptions options = new ExperimentOptions();

    @Option(
            names = LEARNERS,
            split = ",",
            paramLabel = "NAME",
            description =
                    "learners to compare, for example maml,ridge+contrast (default: all that are"
                            + " worth their time)")
    private @Nullable List<String> learners;

    @Option(
            names = "--folds",
            paramLabel = "N",
            description = "compare on N sets of novel classes instead of the experiment's own")
    private @Nullable Integer folds;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "keep the runs, the table and a picture there; runs that it has are not run again")
    private @Nullable Path out;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "worker threads (default: all cores); does not change the scores")
    private @Nullable Integer threads;

    @Option(names = "--json", description = "print JSON instead of the table")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException, IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter progress = command.commandLine().getErr();
        PrintWriter result = command.commandLine().getOut();
        int workers = Counts.workers(threads);
        ExperimentOptions.Opened opened = options.open();
        Experiment experiment = opened.experiment();
        AttributedGraph graph = opened.imported().graph();
        ArenaResult empty = empty(experiment, graph);
        opened.oddities().forEach(oddity -> progress.printf("note: %s%n", oddity));
        Path folder = out;
        ArenaResult reached;
        if (folder == null) {
            reached = run(empty, graph, workers, Arena.Keeper.NONE, _ -> {});
        } else {
            try (ArenaFolder kept = ArenaFolder.open(folder, graph, opened.graphPath())) {
                kept.write(empty);
                reached = run(empty, graph, workers, kept, kept::write);
                progress.printf("written to %s%n", kept.folder());
            }
        }
        if (json) {
            result.println(ArenaScores.json(reached).strip());
        } else {
            print(reached, result);
        }
        return switch (reached.choice().verdict()) {
            case UNFINISHED -> CommandLineRunner.STOPPED;
            case NONE -> CommandLineRunner.DIVERGED;
            case FLOOR, BEST, AS_GOOD -> 0;
        };
    }

    private ArenaResult empty(Experiment experiment, AttributedGraph graph) throws InputException {
        OptionalInt most =
                folds == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(Counts.require("--folds", folds, ClassFolds.MOST));
        List<Split> splits = Arena.splits(experiment, graph, most);
        List<Contender> contenders =
                learners == null
                        ? Contenders.sensible(experiment, splits.getFirst(), graph)
                        : Contenders.named(
                                experiment, splits.getFirst(), graph, learners, LEARNERS);
        return ArenaResult.empty(experiment, splits, contenders);
    }

    /// Does something with each state of the table.
    private interface Writing {
        void write(ArenaResult soFar) throws IOException;
    }

    private ArenaResult run(
            ArenaResult empty,
            AttributedGraph graph,
            int workers,
            Arena.Keeper keeper,
            Writing writing)
            throws InputException, IOException {
        PrintWriter progress = Objects.requireNonNull(spec).commandLine().getErr();
        RunControl control = new RunControl();
        try (Interrupt _ = Interrupt.tell(control::abandon)) {
            return new Arena(new VectorBackend(), workers, control, keeper, _ -> {})
                    .run(
                            empty,
                            graph,
                            (heat, outcome, soFar) -> {
                                progress.printf(
                                        "run %d / %d: %s%n",
                                        soFar.ran(), soFar.planned(), line(heat, outcome));
                                progress.flush();
                                writing.write(soFar);
                            });
        }
    }

    private static String line(Arena.Heat heat, ArenaRun outcome) {
        String who =
                heat.fold() == 0
                        ? heat.contender().name()
                        : "%s, fold %d (%s)"
                                .formatted(
                                        heat.contender().name(),
                                        heat.fold(),
                                        String.join(
                                                ", ", heat.experiment().split().lanes().test()));
        return who
                + ": "
                + switch (outcome) {
                    case ArenaRun.Ended(RunSummary run) -> line(run);
                    case ArenaRun.Failed(Phrase reason) ->
                            "failed: " + OneLine.escaped(reason.text());
                };
    }

    private static String line(RunSummary run) {
        return run.status() == RunStatus.DIVERGED
                ? "diverged"
                : String.format(
                        Locale.ROOT,
                        "test %s, floor %s, %.1f s",
                        run.test().text(),
                        run.floor().text(),
                        run.provenance().seconds());
    }

    private static void print(ArenaResult reached, PrintWriter result) {
        Measure measure = reached.measure();
        Optional<BaselineScore> rival = reached.rival();
        List<List<String>> rows = new ArrayList<>();
        List<String> titles =
                new ArrayList<>(
                        List.of(
                                "learner",
                                measure.titled(measure.named("test")),
                                "over floor",
                                "over best other"));
        rival.ifPresent(known -> titles.add("over " + known.spoken()));
        titles.addAll(List.of("s", ""));
        rows.add(titles);
        for (ArenaRow row : reached.ranked()) {
            List<String> cells = new ArrayList<>();
            cells.add(row.contender().name());
            cells.add(row.score().map(Score::number).orElse("-"));
            cells.add(number(row.gain()));
            cells.add(number(reached.bestBeside(row).flatMap(row::over)));
            rival.ifPresent(known -> cells.add(number(row.over(known.word()))));
            cells.add(String.format(Locale.ROOT, "%.1f", row.seconds()));
            cells.add(row.isSound() ? "" : unsound(row));
            rows.add(cells);
        }
        for (BaselineScore baseline : reached.baselines()) {
            List<String> cells = new ArrayList<>();
            cells.add(OneLine.escaped(baseline.spoken()));
            cells.add(baseline.score().number());
            while (cells.size() < titles.size()) {
                cells.add("");
            }
            rows.add(cells);
        }
        Table.aligned(rows).forEach(result::println);
        result.printf("%s%n", pairs(reached));
        result.printf("%s: %s%n", reached.experiment().name(), reached.choice().sentence());
        result.printf("%s%n", reached.protocol().text());
    }

    private static String number(Optional<Gain> gain) {
        return gain.map(Gain::number).orElse("-");
    }

    private static String unsound(ArenaRow row) {
        List<String> said = new ArrayList<>();
        if (row.diverged() > 0) {
            said.add(of(row, row.diverged()) + "diverged");
        }
        if (!row.failures().isEmpty()) {
            said.add(
                    of(row, row.failures().size())
                            + "failed: "
                            + OneLine.escaped(row.failures().getFirst().text()));
        }
        return String.join(", ", said);
    }

    /// How many of several runs.
    private static String of(ArenaRow row, int runs) {
        int all = row.outcomes().size();
        return all == 1 ? "" : "%d of %d ".formatted(runs, all);
    }

    private static String pairs(ArenaResult reached) {
        return reached.isOfFolds()
                ? "differences are taken fold by fold"
                : "differences are taken episode by episode"
                        + reached.rival()
                                .filter(rival ->
                                        !reached.rows().stream()
                                                .allMatch(row -> row.isPairedWith(rival.word())))
                                .map(rival ->
                                        ", those to %s with added intervals"
                                                .formatted(rival.spoken()))
                                .orElse("");
    }
}
