package innerloop.cli;

import innerloop.episode.Lanes;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.Amount;
import innerloop.graph.AttributedGraph;
import innerloop.io.FoldScores;
import innerloop.math.Seed;
import innerloop.math.VectorBackend;
import innerloop.training.ClassFolds;
import innerloop.training.ClassFolds.Fold;
import innerloop.training.ExperimentRunner;
import innerloop.training.RunControl;
import innerloop.training.RunRecord;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `folds EXPERIMENT`: runs the experiment once for every set of novel classes, whatever its own split says.
@Command(
        name = "folds",
        mixinStandardHelpOptions = true,
        description = "Run an experiment for every set of novel classes and average.")
public final class FoldsCommand implements Callable<Integer> {

    @Mixin private ExperimentOptions options = new ExperimentOptions();

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "draw N sets at random by the seed instead of trying all")
    private @Nullable Integer most;

    @Option(names = "--json", description = "print JSON instead of the sentence")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter progress = command.commandLine().getErr();
        PrintWriter result = command.commandLine().getOut();
        ExperimentOptions.Opened opened = options.open();
        Experiment experiment = opened.experiment();
        ClassFolds.require(experiment);
        opened.oddities().forEach(oddity -> progress.printf("note: %s%n", oddity));
        AttributedGraph graph = opened.imported().graph();
        List<Fold> folds = new ArrayList<>();
        List<Lanes> splits =
                most == null
                        ? ClassFolds.splits(graph, experiment.task().drawing())
                        : ClassFolds.splits(
                                graph,
                                experiment.task().drawing(),
                                Counts.require("--most", most, ClassFolds.MOST),
                                new Seed(experiment.seed()));
        ExperimentRunner runner =
                new ExperimentRunner(
                        new VectorBackend(), Runtime.getRuntime().availableProcessors());
        for (Lanes split : splits) {
            Fold fold = ClassFolds.run(runner, experiment, graph, split, new RunControl(), _ -> {});
            folds.add(fold);
            progress.printf("fold %d / %d: %s%n", folds.size(), splits.size(), line(fold));
            progress.flush();
        }
        long diverged = folds.stream().filter(Fold::hasDiverged).count();
        if (json) {
            result.println(FoldScores.json(experiment, folds).strip());
        } else {
            result.printf(
                    Locale.ROOT,
                    "%s over %s: test %s, floor %s, zero steps %s, gain %s%n",
                    experiment.name(),
                    Amount.of(ClassFolds.counted(folds).size(), "fold"),
                    ClassFolds.mean(folds, RunRecord::test).text(),
                    ClassFolds.mean(folds, RunRecord::floor).text(),
                    ClassFolds.mean(folds, RunRecord::zeroSteps).text(),
                    ClassFolds.gain(folds).text());
            result.printf("%s%n", ClassFolds.protocol(folds).text());
        }
        if (diverged > 0) {
            progress.println(
                    "innerloop: %d of %s diverged and count in no mean; try smaller rates"
                            .formatted(diverged, Amount.of(folds.size(), "fold")));
            return CommandLineRunner.DIVERGED;
        }
        return 0;
    }

    private static String line(Fold fold) {
        return fold.hasDiverged()
                ? String.join(", ", fold.novel()) + ": diverged"
                : String.format(
                        Locale.ROOT,
                        "%s: test %s, floor %s, zero steps %s",
                        String.join(", ", fold.novel()),
                        fold.record().test().text(),
                        fold.record().floor().text(),
                        fold.record().zeroSteps().text());
    }
}
