package innerloop.meta;

/// The inner loop's settings.
///
/// @param steps gradient steps on the support set
/// @param rate their rate α
/// @param head where the head starts
public record InnerLoopSettings(int steps, double rate, HeadStart head) {

    public InnerLoopSettings {
        MetaLearner.checkCount("learner.innerSteps", steps);
        MetaLearner.checkRate("learner.innerRate", rate);
    }

    /// 20 steps of rate 0.3 from a head of zero: with rows of length 1 this is close to the best on every sample, and no slot
    /// starts with an advantage.
    static InnerLoopSettings defaults() {
        return new InnerLoopSettings(20, 0.3, HeadStart.ZERO);
    }

    public InnerLoopSettings withSteps(int newSteps) {
        return new InnerLoopSettings(newSteps, rate, head);
    }

    public InnerLoopSettings withRate(double newRate) {
        return new InnerLoopSettings(steps, newRate, head);
    }

    public InnerLoopSettings withHead(HeadStart newHead) {
        return new InnerLoopSettings(steps, rate, newHead);
    }
}
