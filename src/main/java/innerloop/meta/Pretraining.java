package innerloop.meta;

import innerloop.math.Backend;
import innerloop.nn.Adam;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import innerloop.phrase.Refusal;

/// What happens to the encoder before the learner begins: the learner starts from θ₀ as it was drawn, or from an encoder that was
/// trained on the graph first. Whatever the learner then makes of it is compared with this start.
public sealed interface Pretraining permits Pretraining.None, Pretraining.Training {

    /// The most epochs.
    int MOST_EPOCHS = 10_000;

    /// Steps it takes; 0 if there is none.
    int epochs();

    /// The same with no more epochs than these.
    Pretraining atMost(int most);

    /// Whether it learns from labels, those of the base classes.
    boolean readsLabels();

    /// The learner starts from θ₀ as it was drawn.
    record None() implements Pretraining {
        @Override
        public int epochs() {
            return 0;
        }

        @Override
        public None atMost(int most) {
            return this;
        }

        @Override
        public boolean readsLabels() {
            return false;
        }
    }

    /// The encoder is trained:
    ///
    ///     repeat `epochs` times
    ///         θ ← Adam(θ, ∇ loss)
    ///     scale the columns of the output
    sealed interface Training extends Pretraining
            permits ContrastivePretraining, EdgePretraining, ClassPretraining {

        /// Adam's rate.
        double rate();

        Training withEpochs(int epochs);

        Training withRate(double rate);

        /// What is minimised.
        PretrainingLoss on(PretrainingGround ground);

        @Override
        default Pretraining atMost(int most) {
            return withEpochs(Math.min(most, epochs()));
        }

        /// The encoder's weights after pre-training, under the names they have in the learner's network.
        default Parameters train(PretrainingGround ground, Watching watching) {
            Backend backend = ground.backend();
            PretrainingLoss loss = on(ground);
            Parameters theta =
                    ParameterSpace.initial(backend, loss.network().specs(), ground.seed());
            Adam.State state = Adam.State.start();
            for (int epoch = 1; epoch <= epochs(); epoch++) {
                Parameters gradient = loss.gradient(theta, epoch);
                Adam.Step step = Adam.withRate(rate()).step(backend, state, theta, gradient);
                theta = step.parameters();
                state = step.state();
                watching.reached(epoch, loss.loss(), loss.encoder(theta));
            }
            return OutputScale.standardised(loss.encoder(theta), ground);
        }
    }

    /// Receives what has been reached.
    interface Watching {

        /// After an epoch, 1 for the first; may wait, may throw to end it.
        ///
        /// @param theta the encoder's weights, under the names they have in the learner's network
        void reached(int epoch, double loss, Parameters theta);
    }

    /// Checks what all that train have in common.
    static void check(int epochs, double rate) {
        if (epochs < 1 || epochs > MOST_EPOCHS) {
            throw Refusal.outside("pretraining.epochs", 1, MOST_EPOCHS, epochs);
        }
        MetaLearner.checkRate("pretraining.rate", rate);
    }

    /// The usual.
    static Pretraining none() {
        return new None();
    }
}
