package innerloop.meta;

import innerloop.episode.Sampler;
import innerloop.math.Seed;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;

/// Pre-training on the labels of the base classes, by network and loss of the learner [Pretrain]: every epoch looks at as many
/// examples of all base classes as [#BATCH] says. The head, which names the base classes, is left behind; where a learner maps to a
/// space of its own in its place, that layer stays as it was drawn.
///
/// @param epochs steps of Adam
/// @param rate Adam's rate
public record ClassPretraining(int epochs, double rate) implements Pretraining.Training {

    /// Examples of an epoch, drawn with replacement.
    public static final int BATCH = 512;

    public ClassPretraining {
        Pretraining.check(epochs, rate);
    }

    /// 30 epochs at 0.001: more of them forget what tells other classes apart.
    public static ClassPretraining defaults() {
        return new ClassPretraining(30, 0.001);
    }

    @Override
    public PretrainingLoss on(PretrainingGround ground) {
        Seed own = ground.own();
        Sampler labels = ground.labels().sampler(own);
        Parameters drawn =
                ParameterSpace.initial(ground.backend(), ground.encoder().specs(), ground.seed());
        return new BatchLoss(
                ground.backend(),
                ground.blueprint().forBaseClasses(),
                ground.labels().view(),
                epoch -> labels.batch(epoch, BATCH),
                own,
                theta -> LearnerState.matching(withoutHead(theta), drawn));
    }

    /// It may have the shape of the layer that takes its place.
    private static Parameters withoutHead(Parameters theta) {
        return theta.only(theta.specs().stream().filter(spec -> !spec.perOutput()).toList());
    }

    @Override
    public boolean readsLabels() {
        return true;
    }

    @Override
    public ClassPretraining withEpochs(int newEpochs) {
        return new ClassPretraining(newEpochs, rate);
    }

    @Override
    public ClassPretraining withRate(double newRate) {
        return new ClassPretraining(epochs, newRate);
    }
}
