package innerloop.meta;

/// What happens to the encoder before the learner begins: the learner starts from θ₀ as it was drawn, or from an encoder that was
/// trained on the graph first. Whatever the learner then makes of it is compared with this start.
public sealed interface Pretraining permits Pretraining.None, ContrastivePretraining {

    /// Steps it takes; 0 if there is none.
    int epochs();

    /// The same with no more epochs than these.
    Pretraining atMost(int most);

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
    }

    /// The usual.
    static Pretraining none() {
        return new None();
    }
}
