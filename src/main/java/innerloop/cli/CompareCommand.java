package innerloop.cli;

import innerloop.experiment.InputException;
import innerloop.io.RunComparison;
import innerloop.io.RunReader;
import innerloop.io.Settings;
import innerloop.training.RunDifference;
import innerloop.training.RunSummary;
import innerloop.training.Score;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
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
            out.printf("%s  %s%n", RunComparison.letter(i), runs.get(i).protocol());
        }
        return 0;
    }

    private static List<String> table(List<RunSummary> runs) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("", runs, i -> RunComparison.letter(i)));
        Settings.differences(runs.stream().map(RunSummary::experiment).toList())
                .forEach((key, values) -> rows.add(row(key, runs, values::get)));
        rows.add(row("status", runs, i -> word(runs.get(i))));
        rows.add(row("test %", runs, i -> percent(runs.get(i).test())));
        rows.add(row("floor %", runs, i -> percent(runs.get(i).floor())));
        rows.add(row("zero steps %", runs, i -> percent(runs.get(i).zeroSteps())));
        rows.add(
                row(
                        "test − test of A",
                        runs,
                        i -> i == 0 ? "" : difference(RunDifference.of(runs.get(i), runs.get(0)))));
        return aligned(rows);
    }

    private static String word(RunSummary run) {
        return run.status().name().toLowerCase(Locale.ROOT);
    }

    private static List<String> row(String name, List<RunSummary> runs, IntFunction<String> cell) {
        List<String> row = new ArrayList<>(List.of(name));
        for (int i = 0; i < runs.size(); i++) {
            row.add(cell.apply(i));
        }
        return row;
    }

    private static List<String> aligned(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] width = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++) {
                width[c] = Math.max(width[c], row.get(c).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                line.append(row.get(c)).repeat(' ', width[c] - row.get(c).length() + 2);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static String percent(Score score) {
        return String.format(
                Locale.ROOT, "%.1f ± %.1f", 100 * score.accuracy(), 100 * score.ci95());
    }

    private static String difference(RunDifference difference) {
        return String.format(
                Locale.ROOT,
                "%+.1f ± %.1f %s",
                100 * difference.score().accuracy(),
                100 * difference.score().ci95(),
                difference.paired()
                        ? "paired, %d episodes".formatted(difference.score().tasks())
                        : "other episodes");
    }
}
