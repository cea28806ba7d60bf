package innerloop.task;

import java.util.Locale;

/// The score of a method without meta-learning, on the same episodes as the learner. The first baseline of a task is its
/// floor: a learner that does not beat it has learned nothing.
///
/// @param word its name in files
/// @param score what it reaches
public record BaselineScore(String word, Score score) {

    /// The floor, a score without any training; for classification the nearest class mean,
    /// for link prediction the index of Adamic and Adar, for regression the mean of the known neighbours.
    public static final String FLOOR = "floor";

    /// Label propagation: support labels spread along edges, without features.
    public static final String LABEL_PROPAGATION = "labelPropagation";

    /// Ridge regression on features smoothed over seven hops.
    public static final String SMOOTHED_RIDGE = "smoothedRidge";

    /// The product of two nodes' degrees, for link prediction.
    public static final String DEGREE_PRODUCT = "degreeProduct";

    /// The mean of the support set, for regression.
    public static final String SUPPORT_MEAN = "supportMean";

    /// The number of the support node with the closest features, for regression.
    public static final String NEAREST_FEATURES = "nearestFeatures";

    /// A constant answer.
    public static final String MAJORITY = "majority";

    /// Its name as a sentence has it: `label propagation`.
    public String spoken() {
        return word.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
