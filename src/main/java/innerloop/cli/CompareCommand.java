package innerloop.cli;

import innerloop.experiment.InputException;
import innerloop.graph.Amount;
import innerloop.io.RunComparison;
import innerloop.io.RunReader;
import innerloop.io.Settings;
import innerloop.phrase.OneLine;
import innerloop.task.BaselineScore;
import innerloop.task.Gain;
import innerloop.task.Measure;
import innerloop.task.Score;
import innerloop.training.RunDifference;
import innerloop.training.RunSummary;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `compare RUN RUN ...`: the settings in which runs differ, their scores, and how much better each is than the first.
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Compare runs: differing settings, scores, paired differences.")
public final class CompareCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", arity = "2..*", description = "run folders")
    private List<Path> folders = new ArrayList<>();

    @Option(names = "--json", description = "print JSON instead of the table")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<RunSummary> runs = new ArrayList<>();
        for (Path folder : folders) {
            runs.add(RunReader.summary(folder));
        }
        if (json) {
            out.println(RunComparison.json(folders, runs).strip());
            return 0;
        }
        for (int i = 0; i < runs.size(); i++) {
            out.printf("%s  %s%n", RunComparison.letter(i), folders.get(i));
        }
        table(runs).forEach(out::println);
        for (int i = 0; i < runs.size(); i++) {
            out.printf("%s  %s%n", RunComparison.letter(i), runs.get(i).protocol().text());
        }
        return 0;
    }

    private static List<String> table(List<RunSummary> runs) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("", runs, i -> RunComparison.letter(i)));
        Settings.differences(runs.stream().map(RunSummary::experiment).toList())
                .forEach((key, values) -> rows.add(row(key, runs, values::get)));
        rows.add(row("status", runs, i -> word(runs.get(i))));
        Measure measure = runs.getFirst().test().measure();
        rows.add(scores(measure.titled("test"), runs, RunSummary::test));
        rows.add(scores(measure.titled("floor"), runs, RunSummary::floor));
        rows.add(scores(measure.titled("zero steps"), runs, RunSummary::zeroSteps));
        rows.add(
                row(
                        measure.difference("test", "test of A"),
                        runs,
                        i -> i == 0 ? "" : difference(runs.get(i), runs.getFirst())));
        runs.stream()
                .flatMap(run -> run.baselines().stream())
                .filter(baseline -> !baseline.score().isExact())
                .map(BaselineScore::word)
                .distinct()
                .forEach(word -> rows.add(overBaseline(word, runs)));
        return Table.aligned(rows);
    }

    /// What each has over a baseline on its own episodes.
    private static List<String> overBaseline(String word, List<RunSummary> runs) {
        Measure measure = runs.getFirst().test().measure();
        return row(
                measure.difference(
                        "test", new BaselineScore(word, runs.getFirst().floor()).spoken()),
                runs,
                i ->
                        runs.get(i).baselines().stream()
                                .filter(baseline -> baseline.word().equals(word))
                                .findFirst()
                                .map(baseline -> RunDifference.over(runs.get(i), baseline))
                                .map(CompareCommand::over)
                                .orElse(""));
    }

    private static String over(RunDifference difference) {
        return difference.gain().number() + (difference.paired() ? " paired" : "");
    }

    /// In the unit of the title; runs of another measure say what theirs is.
    private static List<String> scores(
            String title, List<RunSummary> runs, Function<RunSummary, Score> score) {
        Measure measure = runs.getFirst().test().measure();
        return row(
                title,
                runs,
                i -> {
                    Score one = score.apply(runs.get(i));
                    return one.measure() == measure
                            ? one.number()
                            : one.text() + " " + one.measure().word();
                });
    }

    private static String word(RunSummary run) {
        return run.status().name().toLowerCase(Locale.ROOT);
    }

    private static List<String> row(String name, List<RunSummary> runs, IntFunction<String> cell) {
        List<String> row = new ArrayList<>(List.of(name));
        for (int i = 0; i < runs.size(); i++) {
            row.add(OneLine.escaped(cell.apply(i)));
        }
        return row;
    }

    private static String difference(RunSummary run, RunSummary first) {
        if (!RunDifference.isOf(run, first)) {
            return "another measure";
        }
        RunDifference difference = RunDifference.of(run, first);
        Gain gain = difference.gain();
        return gain.number()
                + (difference.paired()
                        ? " paired, " + Amount.of(gain.tasks(), "episode")
                        : " other episodes");
    }
}
