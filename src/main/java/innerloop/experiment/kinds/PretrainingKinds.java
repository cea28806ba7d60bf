package innerloop.experiment.kinds;

import static innerloop.experiment.kinds.Setting.rate;
import static innerloop.experiment.kinds.Setting.whole;

import innerloop.experiment.kinds.Setting.Mark;
import innerloop.experiment.kinds.Setting.Row;
import innerloop.meta.ClassPretraining;
import innerloop.meta.ContrastivePretraining;
import innerloop.meta.EdgePretraining;
import innerloop.meta.Pretraining;
import innerloop.meta.Pretraining.Training;
import innerloop.task.HeldOutEdges.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The table of what can happen to an encoder before the learner begins.
final class PretrainingKinds {

    /// How long and how fast: all that train have it.
    private static final List<Setting<Training, ?>> TRAINING =
            List.of(
                    whole(
                                    "epochs",
                                    1,
                                    Pretraining.MOST_EPOCHS,
                                    Training::epochs,
                                    Training::withEpochs)
                            .at(Row.INNER),
                    rate("rate", Training::rate, Training::withRate).at(Row.INNER));

    static final List<Kind<Pretraining>> ALL =
            List.of(
                    new Kind<>(
                            "none",
                            Pretraining.None.class,
                            Pretraining::none,
                            _ -> true,
                            List.of()),
                    training(
                            "contrast",
                            ContrastivePretraining.class,
                            ContrastivePretraining::defaults,
                            rate(
                                            "decorrelation",
                                            ContrastivePretraining::decorrelation,
                                            ContrastivePretraining::withDecorrelation)
                                    .marked(Mark.FOLDED)),
                    ofEdges("negative-sampling", Method.NEGATIVE_SAMPLING),
                    ofEdges("gae", Method.GAE),
                    ofEdges(
                            "vgae",
                            Method.VGAE,
                            rate(
                                            "divergence",
                                            EdgePretraining::divergence,
                                            EdgePretraining::withDivergence)
                                    .marked(Mark.FOLDED)),
                    training("classes", ClassPretraining.class, ClassPretraining::defaults));

    private PretrainingKinds() {}

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Kind<Pretraining> ofEdges(
            String word, Method method, Setting<EdgePretraining, ?>... own) {
        return training(word, EdgePretraining.class, () -> EdgePretraining.defaults(method), own)
                .onlyIf(of -> of instanceof EdgePretraining edges && edges.method() == method);
    }

    @SafeVarargs
    private static <T extends Training> Kind<Pretraining> training(
            String word, Class<T> type, Supplier<T> defaults, Setting<T, ?>... own) {
        List<Setting<Pretraining, ?>> settings = new ArrayList<>();
        TRAINING.forEach(setting -> settings.add(Setting.widened(setting, Training.class)));
        for (Setting<T, ?> setting : own) {
            settings.add(Setting.widened(setting, type));
        }
        return new Kind<>(word, type, defaults, _ -> true, settings);
    }
}
