package innerloop.cli;

import innerloop.experiment.InputException;
import innerloop.graph.Amount;
import innerloop.io.RaceScores;
import innerloop.math.VectorBackend;
import innerloop.meta.MetaLearner;
import innerloop.training.Race;
import innerloop.training.RaceCurve;
import innerloop.training.RaceResult;
import innerloop.training.RunControl;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `race EXPERIMENT`: how many inner steps a meta-trained θ saves.
@Command(
        name = "race",
        mixinStandardHelpOptions = true,
        description =
                "Adapt to the same test episodes from a meta-trained, a pre-trained and a random"
                        + " initialisation, and compare step by step.")
public final class RaceCommand implements Callable<Integer> {

    /// A table says enough at 1, 2, 5, 10, 20, 50, …, and at 3: there the curves are steep.
    private static final List<Integer> SHOWN =
            List.of(0, 1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000);

    /// Outer steps between two lines of progress.
    private static final int EVERY = 25;

    @Mixin private ExperimentOptions options = new ExperimentOptions();

    @Option(
            names = "--steps",
            paramLabel = "K",
            description =
                    "inner steps to take (default: ten times learner.innerSteps, at least 50)")
    private @Nullable Integer steps;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "worker threads (default: all cores); does not change the scores")
    private @Nullable Integer threads;

    @Option(names = "--json", description = "print JSON instead of the table")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter progress = command.commandLine().getErr();
        PrintWriter result = command.commandLine().getOut();
        int workers = Counts.workers(threads);
        ExperimentOptions.Opened opened = options.open();
        MetaLearner.Adapting learner = Race.require(opened.experiment());
        int taken =
                steps == null
                        ? Race.steps(learner, Race.TIMES_USUAL)
                        : Race.requireSteps(learner, steps);
        opened.note(progress);
        RunControl control = new RunControl();
        try (Interrupt _ = Interrupt.tell(control::abandon)) {
            RaceResult raced =
                    new Race(new VectorBackend(), workers, control, done -> report(done, progress))
                            .run(opened.experiment(), opened.imported().graph(), taken);
            if (json) {
                result.println(RaceScores.json(raced).strip());
            } else {
                print(raced, result);
            }
            return 0;
        } catch (Race.DivergedException e) {
            progress.println("innerloop: " + e.getMessage());
            return CommandLineRunner.DIVERGED;
        } catch (RunControl.StoppedException e) {
            progress.println("stopped; a race has no result before its end");
            return CommandLineRunner.STOPPED;
        }
    }

    private static void report(Race.Progress progress, PrintWriter out) {
        int done = progress.done();
        if (done % EVERY == 0 || done == progress.total()) {
            out.printf(
                    Locale.ROOT,
                    "%s %d / %d%n",
                    switch (progress.stage()) {
                        case META_TRAINING -> "meta-training: step";
                        case PRE_TRAINING -> "pre-training: step";
                        case RACING -> "race: episode";
                    },
                    done,
                    progress.total());
            out.flush();
        }
    }

    private static void print(RaceResult raced, PrintWriter result) {
        List<String> titles = new ArrayList<>(List.of("inner steps"));
        raced.curves()
                .forEach(curve ->
                        titles.addAll(
                                List.of(raced.measure().titled(curve.start().word()), "ms", "MB")));
        List<List<String>> rows = new ArrayList<>(List.of(titles));
        TreeSet<Integer> shown = new TreeSet<>(SHOWN);
        shown.add(raced.ownSteps());
        shown.add(raced.steps());
        for (int k : shown.headSet(raced.steps(), true)) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(k)));
            for (RaceCurve curve : raced.curves()) {
                RaceCurve.Point point = curve.points().get(k);
                row.add(point.score().number());
                row.add(String.format(Locale.ROOT, "%.2f", point.milliseconds()));
                row.add(String.format(Locale.ROOT, "%.2f", point.bytes() / 1e6));
            }
            rows.add(row);
        }
        Table.aligned(rows).forEach(result::println);
        result.printf(
                "the learner was trained for %s; floor %s%n",
                Amount.of(raced.ownSteps(), "inner step"), raced.floor().text());
        result.printf("%s: %s%n", raced.experiment().name(), raced.sentence());
        result.printf("%s%n", raced.protocol().text());
    }
}
