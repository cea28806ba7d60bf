package innerloop.meta;

/// The inner loop's settings.
///
/// @param steps gradient steps on the support set
/// @param rate their rate α
/// @param head where the head starts
public record Adaptation(int steps, double rate, HeadStart head) {

    public Adaptation {
        MetaLearner.checkCount("learner.innerSteps", steps);
        MetaLearner.checkRate("learner.innerRate", rate);
    }

    /// 20 steps of 0.3 from a head of zero: with rows of length 1 this is near the best on every sample, and no slot
    /// begins ahead of another.
    static Adaptation defaults() {
        return new Adaptation(20, 0.3, HeadStart.ZERO);
    }

    public Adaptation withSteps(int newSteps) {
        return new Adaptation(newSteps, rate, head);
    }

    public Adaptation withRate(double newRate) {
        return new Adaptation(steps, newRate, head);
    }

    public Adaptation withHead(HeadStart newHead) {
        return new Adaptation(steps, rate, newHead);
    }
}
