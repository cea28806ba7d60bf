package innerloop.task;

/// The score of a method that is no learner of ours, on the same episodes as the learner. The first baseline of a task is its
/// floor: a learner that does not clear it has learned nothing.
///
/// @param word its name in files
/// @param score what it reaches
public record BaselineScore(String word, Score score) {

    /// What no training at all gives; for classification the nearest class mean.
    public static final String FLOOR = "floor";

    /// Support labels spread over the edges, no features.
    public static final String LABEL_PROPAGATION = "labelPropagation";

    /// Always the same answer.
    public static final String MAJORITY = "majority";
}
