package innerloop.experiment.kinds;

import static innerloop.experiment.kinds.Kind.plain;
import static innerloop.experiment.kinds.Setting.choice;
import static innerloop.experiment.kinds.Setting.whole;

import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.HistoryCut;
import innerloop.experiment.kinds.Setting.Mark;
import innerloop.graph.FeatureRecipe;
import innerloop.meta.FullBatch;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Pretraining;
import innerloop.nn.Encoder;
import innerloop.task.Task;
import java.util.List;

/// The parts of an experiment that are described by settings. The kinds of encoders, learners and tasks are the rows of
/// [EncoderKinds], [LearnerKinds] and [TaskKinds].
///
/// Settings stand in the order of the file.
public final class Kinds {

    /// The encoders.
    public static final Section<Encoder> ENCODER =
            new Section<>(
                    "encoder",
                    Section.Form.KIND_REQUIRED,
                    EncoderKinds.ALL,
                    Experiment::encoder,
                    Experiment::withEncoder);

    /// The learners.
    public static final Section<MetaLearner> LEARNER =
            new Section<>(
                    "learner",
                    Section.Form.KIND_REQUIRED,
                    LearnerKinds.ALL,
                    Experiment::learner,
                    Experiment::withLearner);

    /// The tasks.
    public static final Section<Task> TASK =
            new Section<>(
                    "task",
                    Section.Form.KIND_ASSUMED,
                    TaskKinds.ALL,
                    Experiment::task,
                    Experiment::withTask);

    /// How much of a graph's history is seen.
    public static final Section<HistoryCut> HISTORY =
            new Section<>(
                    "history",
                    Section.Form.PLAIN,
                    List.of(
                            plain(
                                    "history",
                                    HistoryCut.class,
                                    HistoryCut::none,
                                    whole("until", 0, HistoryCut::until, HistoryCut::withUntil)
                                            .marked(Mark.HISTORY))),
                    Experiment::history,
                    Experiment::withHistory);

    /// How the features are made.
    public static final Section<FeatureRecipe> FEATURES =
            new Section<>(
                    "features",
                    Section.Form.PLAIN,
                    List.of(
                            plain(
                                    "features",
                                    FeatureRecipe.class,
                                    FeatureRecipe::defaults,
                                    choice(
                                            "kind",
                                            FeatureRecipe.Kind.class,
                                            FeatureRecipe::kind,
                                            FeatureRecipe::withKind),
                                    choice(
                                            "normalize",
                                            FeatureRecipe.Normalize.class,
                                            FeatureRecipe::normalize,
                                            FeatureRecipe::withNormalize),
                                    choice(
                                                    "scaling",
                                                    FeatureRecipe.Scaling.class,
                                                    FeatureRecipe::scaling,
                                                    FeatureRecipe::withScaling)
                                            .marked(Mark.ATTRIBUTES))),
                    Experiment::features,
                    Experiment::withFeatures);

    /// What happens to the encoder before the learner begins.
    public static final Section<Pretraining> PRETRAINING =
            new Section<>(
                    "pretraining",
                    Section.Form.OPTIONAL,
                    PretrainingKinds.ALL,
                    Experiment::pretraining,
                    Experiment::withPretraining);

    /// How long to train and how much to evaluate.
    public static final Section<Budget> BUDGET =
            new Section<>(
                    "budget",
                    Section.Form.PLAIN,
                    List.of(
                            plain(
                                    "budget",
                                    Budget.class,
                                    Budget::defaults,
                                    whole("steps", 1, Budget::steps, Budget::withSteps)
                                            .marked(Mark.TRAINING),
                                    whole(
                                                    "evaluateEvery",
                                                    1,
                                                    Budget::evaluateEvery,
                                                    Budget::withEvaluateEvery)
                                            .marked(Mark.TRAINING),
                                    whole(
                                                    "testTasks",
                                                    2,
                                                    Budget.MOST_TASKS,
                                                    Budget::testTasks,
                                                    Budget::withTestTasks)
                                            .marked(Mark.EPISODES),
                                    choice(
                                                    "keep",
                                                    Budget.Keep.class,
                                                    Budget::keep,
                                                    Budget::withKeep)
                                            .marked(Mark.TRAINING)
                                            .marked(Mark.FOLDED))),
                    Experiment::budget,
                    Experiment::withBudget);

    /// Every part of an experiment that is described by settings, in the order of the file.
    public static final List<Section<?>> SECTIONS =
            List.of(HISTORY, FEATURES, TASK, ENCODER, PRETRAINING, LEARNER, BUDGET);

    private Kinds() {}

    /// The kind of an encoder.
    public static Kind<Encoder> of(Encoder encoder) {
        return ENCODER.kind(encoder);
    }

    /// The kind of a learner.
    public static Kind<MetaLearner> of(MetaLearner learner) {
        return LEARNER.kind(learner);
    }

    /// The experiment after an edit by hand, with a learner for its task: one that trains on a whole episode where the task has
    /// become one, and one of episodes where it is no longer.
    public static Experiment withFittingLearner(Experiment before, Experiment after) {
        boolean whole = after.task().isWhole();
        if (before.task().isWhole() == whole || after.learner().readsSupport() != whole) {
            return after;
        }
        return after.withLearner(whole ? FullBatch.defaults() : Maml.defaults());
    }
}
