package innerloop.training;

import innerloop.episode.FewShot;
import innerloop.episode.Lanes;
import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.leakage.Leakage;
import innerloop.math.Seed;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import innerloop.task.Gain;
import innerloop.task.Score;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// Cross-validation over classes: every set of `ways` classes is the novel lane once, all other classes are the base
/// lane. A score on one set says little, because sets differ more than methods do.
public final class ClassFolds {

    /// More folds are refused.
    public static final int MOST = 1_000;

    private ClassFolds() {}

    /// One fold.
    ///
    /// @param novel its novel classes
    /// @param record its run
    public record Fold(List<String> novel, RunRecord record) {

        /// Whether numbers stopped being finite.
        public boolean hasDiverged() {
            return record.status() == RunStatus.DIVERGED;
        }
    }

    /// How many sets of novel classes there are, [Long#MAX_VALUE] if more than that.
    ///
    /// @throws InputException if there are too few classes
    public static long count(AttributedGraph graph, FewShot drawing) throws InputException {
        int n = usable(graph, drawing).size();
        BigInteger sets = BigInteger.ONE;
        for (int k = 1; k <= drawing.ways(); k++) {
            sets = sets.multiply(BigInteger.valueOf(n - k + 1)).divide(BigInteger.valueOf(k));
        }
        return sets.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
    }

    /// The split of every fold, in the order of the graph's classes. Classes that are too small for an episode are in
    /// no lane.
    ///
    /// @throws InputException if there are too few classes, or more than 1,000 sets of them
    public static List<Lanes> splits(AttributedGraph graph, FewShot drawing) throws InputException {
        if (count(graph, drawing) > MOST) {
            throw new InputException(
                    Trouble.of(
                            "folds.tooMany", MOST, drawing.ways(), usable(graph, drawing).size()),
                    "task.ways");
        }
        List<Lanes> splits = new ArrayList<>();
        choose(usable(graph, drawing), 0, drawing.ways(), new ArrayList<>(), splits);
        return splits;
    }

    /// At most this many different folds: all of them if there are no more, otherwise a random choice by the seed.
    ///
    /// @throws InputException if there are too few classes
    public static List<Lanes> splits(AttributedGraph graph, FewShot drawing, int most, Seed seed)
            throws InputException {
        if (count(graph, drawing) <= Math.min(most, MOST)) {
            return splits(graph, drawing);
        }
        List<String> from = usable(graph, drawing);
        SplittableRandom random = seed.stream(Seed.Purpose.FOLDS, 0);
        Set<BitSet> drawn = new LinkedHashSet<>();
        while (drawn.size() < Math.min(most, MOST)) {
            BitSet chosen = new BitSet();
            while (chosen.cardinality() < drawing.ways()) {
                chosen.set(random.nextInt(from.size()));
            }
            drawn.add(chosen);
        }
        return drawn.stream()
                .map(chosen -> lanes(from, chosen.stream().mapToObj(from::get).toList()))
                .toList();
    }

    private static List<String> usable(AttributedGraph graph, FewShot drawing)
            throws InputException {
        int[] sizes = drawing.unit().classSizes(graph);
        List<String> usable = new ArrayList<>();
        for (int c = 0; c < sizes.length; c++) {
            if (sizes[c] >= drawing.examplesPerClass()) {
                usable.add(graph.classes().get(c));
            }
        }
        if (usable.size() < 2 * drawing.ways()) {
            throw new InputException(
                    Trouble.of(
                            "folds.tooFew",
                            drawing.ways(),
                            2 * drawing.ways(),
                            drawing.unit().phrase(drawing.examplesPerClass()),
                            usable.size()),
                    "task.ways");
        }
        return usable;
    }

    private static Lanes lanes(List<String> usable, List<String> novel) {
        List<String> base = usable.stream().filter(c -> !novel.contains(c)).toList();
        return new Lanes(base, List.of(), novel);
    }

    /// Runs one fold of an experiment, whatever its own lanes are.
    ///
    /// @throws InputException if the experiment's split is not by classes
    public static Fold run(
            ExperimentRunner runner,
            Experiment experiment,
            AttributedGraph graph,
            Lanes lanes,
            RunControl control,
            Consumer<TrainingEvent> events)
            throws InputException {
        require(experiment);
        Experiment fold = experiment.withSplit(experiment.split().withLanes(lanes));
        // Folds are never gone back in, and the checkpoints of many would not fit into memory.
        RunRecord record = runner.run(fold, graph, control, events).withoutCheckpoints();
        return new Fold(lanes.test(), record);
    }

    /// Refuses an experiment whose lanes hold no classes, or whose episodes have none.
    public static void require(Experiment experiment) throws InputException {
        if (!experiment.task().hasClasses() || experiment.task().isWhole()) {
            throw new InputException(Trouble.of("folds.noClasses"), "task.kind");
        }
        if (experiment.split().kind() != Split.Kind.CLASSES) {
            throw new InputException(Trouble.of("folds.noClassSplit"), "split.kind");
        }
    }

    private static void choose(
            List<String> from, int next, int more, List<String> chosen, List<Lanes> splits) {
        if (more == 0) {
            splits.add(lanes(from, List.copyOf(chosen)));
            return;
        }
        for (int i = next; i <= from.size() - more; i++) {
            chosen.add(from.get(i));
            choose(from, i + 1, more - 1, chosen, splits);
            chosen.removeLast();
        }
    }

    /// The protocol line of these scores: that of a fold without its own split, and the leakage in any of them.
    public static Phrase protocol(List<Fold> folds) {
        RunRecord any = folds.getFirst().record();
        Experiment experiment = any.experiment();
        List<Phrase> parts = new ArrayList<>();
        parts.add(
                Phrase.of(
                        "protocol.folds",
                        Phrase.amount(folds.size(), "fold"),
                        experiment.task().phrase(),
                        Phrase.amount(experiment.budget().testTasks(), "testEpisode")));
        if (experiment.split().messages() == Split.Messages.SEEN) {
            parts.add(Phrase.of("protocol.inductive"));
        }
        parts.addAll(
                Leakage.remarks(folds.stream().flatMap(f -> f.record().leaks().stream()).toList()));
        return Phrase.line(parts);
    }

    /// The folds that did not diverge; the scores of the others are meaningless.
    public static List<Fold> counted(List<Fold> folds) {
        return folds.stream().filter(fold -> !fold.hasDiverged()).toList();
    }

    /// The mean over the [#counted] folds, with the interval of the fold means. Folds share classes, so they are not independent,
    /// and the interval is rather too small.
    public static Score mean(List<Fold> folds, Function<RunRecord, Score> score) {
        return meanOf(folds, record -> score.apply(record).mean());
    }

    /// The mean gain over the floor, with an interval like that of [#mean].
    public static Gain gain(List<Fold> folds) {
        return Gain.of(meanOf(folds, record -> record.gain().mean()));
    }

    private static Score meanOf(List<Fold> folds, ToDoubleFunction<RunRecord> value) {
        return Score.of(
                folds.getFirst().record().test().measure(),
                counted(folds).stream().map(Fold::record).mapToDouble(value).toArray());
    }
}
