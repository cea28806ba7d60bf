package innerloop.training;

import innerloop.checks.ExperimentChecks;
import innerloop.checks.Finding;
import innerloop.checks.Nearest;
import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.experiment.kinds.Kind;
import innerloop.experiment.kinds.Kinds;
import innerloop.experiment.kinds.Section;
import innerloop.graph.AttributedGraph;
import innerloop.meta.ContrastivePretraining;
import innerloop.meta.MetaLearner;
import innerloop.meta.Pretraining;
import innerloop.meta.Traits;
import innerloop.phrase.Trouble;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The learners that can be compared on the episodes of an experiment: every kind that learns from support sets, from θ₀ as it was
/// drawn and after every kind of pre-training. Each has its defaults, but what the experiment itself uses is as it is set there,
/// and all have its budget.
public final class Contenders {

    private static final String AFTER = "+";

    private Contenders() {}

    /// Refuses an experiment whose task is one whole episode, from which no support set is drawn.
    public static void require(Experiment experiment) throws InputException {
        if (experiment.task().isWhole()) {
            throw new InputException(Trouble.of("arena.wholeTask"), "task.kind");
        }
    }

    /// All of them by name.
    private static SequencedMap<String, Contender> all(Experiment experiment)
            throws InputException {
        require(experiment);
        SequencedMap<String, Contender> all = new LinkedHashMap<>();
        for (Kind<Pretraining> before : Kinds.PRETRAINING.kinds()) {
            for (Kind<MetaLearner> kind : Kinds.LEARNER.kinds()) {
                Experiment made =
                        with(Kinds.LEARNER, kind, with(Kinds.PRETRAINING, before, experiment));
                if (made.learner().readsSupport()) {
                    String name = name(made);
                    Experiment named = made.withName(experiment.name() + ": " + name);
                    all.put(name, new Contender(name, named));
                }
            }
        }
        return all;
    }

    /// The experiment with a part of this kind: its own if it is one.
    private static <T> Experiment with(Section<T> section, Kind<T> kind, Experiment experiment) {
        return section.kind(experiment).equals(kind)
                ? experiment
                : section.with().apply(experiment, kind.defaults().get());
    }

    /// What the learner of an experiment is called among others.
    public static String name(Experiment experiment) {
        String learner = Kinds.of(experiment.learner()).word();
        return Kinds.PRETRAINING.isLeftOut(experiment)
                ? learner
                : learner + AFTER + Kinds.PRETRAINING.kind(experiment).word();
    }

    /// Those that are worth their time: the experiment's own, every learner without pre-training, and after contrastive pre-training those
    /// without an inner loop, whose closed-form heads make the most of an encoder that has seen no label. What does not fit the
    /// graph or the task is left out.
    ///
    /// @param split on which they will be tried first
    /// @throws InputException if the experiment itself does not fit its graph
    public static List<Contender> sensible(
            Experiment experiment, Split split, AttributedGraph graph) throws InputException {
        List<Contender> sensible = new ArrayList<>();
        String own = name(experiment);
        for (Contender contender : all(experiment).values()) {
            if (contender.name().equals(own)) {
                ExperimentChecks.require(contender.experiment().withSplit(split), graph);
                sensible.add(contender);
            } else if (isUsual(contender.experiment())
                    && fits(contender.experiment().withSplit(split), graph)) {
                sensible.add(contender);
            }
        }
        return List.copyOf(sensible);
    }

    private static boolean isUsual(Experiment made) {
        Kind<Pretraining> usual = Kinds.PRETRAINING.kind(ContrastivePretraining.defaults());
        return Kinds.PRETRAINING.isLeftOut(made)
                || (Kinds.PRETRAINING.kind(made).equals(usual)
                        && made.learner().traits().gradient() == Traits.Gradient.NO_INNER_LOOP);
    }

    private static boolean fits(Experiment made, AttributedGraph graph) {
        return ExperimentChecks.check(made, graph).stream().noneMatch(Finding::blocking);
    }

    /// Those that are asked for, each once.
    ///
    /// @param where the place of the names in complaints
    /// @throws InputException if a name is not known, or one of them does not fit the graph
    public static List<Contender> named(
            Experiment experiment,
            Split split,
            AttributedGraph graph,
            List<String> names,
            String where)
            throws InputException {
        SequencedMap<String, Contender> all = all(experiment);
        SequencedMap<String, Contender> named = new LinkedHashMap<>();
        for (String name : names) {
            Contender contender = all.get(name);
            if (contender == null) {
                throw new InputException(
                        Trouble.of("json.noChoice", name, all.keySet())
                                .withFix(Nearest.didYouMean(name, all.keySet())),
                        where);
            }
            ExperimentChecks.require(contender.experiment().withSplit(split), graph);
            named.put(name, contender);
        }
        return List.copyOf(named.values());
    }
}
