package innerloop.experiment.kinds;

import static innerloop.experiment.kinds.Setting.rate;
import static innerloop.experiment.kinds.Setting.whole;

import innerloop.experiment.kinds.Setting.Mark;
import innerloop.experiment.kinds.Setting.Row;
import innerloop.meta.ContrastivePretraining;
import innerloop.meta.Pretraining;
import java.util.List;

/// The table of what can happen to an encoder before the learner begins.
final class PretrainingKinds {

    static final List<Kind<Pretraining>> ALL =
            List.of(
                    new Kind<>(
                            "none",
                            Pretraining.None.class,
                            Pretraining::none,
                            _ -> true,
                            List.of()),
                    new Kind<>(
                            "contrast",
                            ContrastivePretraining.class,
                            ContrastivePretraining::defaults,
                            _ -> true,
                            List.of(
                                    seen(
                                            whole(
                                                            "epochs",
                                                            1,
                                                            ContrastivePretraining.MOST_EPOCHS,
                                                            ContrastivePretraining::epochs,
                                                            ContrastivePretraining::withEpochs)
                                                    .at(Row.INNER)),
                                    seen(
                                            rate(
                                                            "rate",
                                                            ContrastivePretraining::rate,
                                                            ContrastivePretraining::withRate)
                                                    .at(Row.INNER)),
                                    seen(
                                            rate(
                                                            "decorrelation",
                                                            ContrastivePretraining::decorrelation,
                                                            ContrastivePretraining
                                                                    ::withDecorrelation)
                                                    .marked(Mark.FOLDED)))));

    private PretrainingKinds() {}

    private static Setting<Pretraining, ?> seen(Setting<ContrastivePretraining, ?> setting) {
        return Setting.widened(setting, ContrastivePretraining.class);
    }
}
