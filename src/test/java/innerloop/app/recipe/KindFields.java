package innerloop.app.recipe;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/// Which values of the recipe each kind of encoder and learner has, without the kind itself.
public final class KindFields {

    private static final String LAYERS = "hidden activation dropout normalize residual layerNorm ";
    private static final String INNER = "innerSteps innerRate head ";
    private static final String OUTER = "outerRate schedule tasksPerStep ";

    private KindFields() {}

    /// The keys of an encoder's values.
    public static Set<String> of(EncoderKind kind) {
        return keys(
                "encoder.",
                LAYERS
                        + switch (kind) {
                            case GCN, MLP -> "";
                            case GAT -> "heads negativeSlope attentionDropout";
                            case SAGE -> "aggregation";
                            case GIN -> "trainEps";
                            case SGC -> "hops";
                        });
    }

    /// The keys of a learner's values.
    public static Set<String> of(LearnerKind kind) {
        return keys(
                "learner.",
                switch (kind) {
                    case MAML, ANIL ->
                            INNER + OUTER + "order multiStepLoss firstOrderSteps learnRates";
                    case META_SGD -> INNER + OUTER + "order multiStepLoss firstOrderSteps";
                    case REPTILE -> INNER + "optimiser epsilon anneal tasksPerStep";
                    case PROTOTYPICAL -> OUTER + "distance dimensions";
                    case FINE_TUNE -> INNER;
                    case PRETRAIN -> INNER + OUTER + "probe";
                });
    }

    private static Set<String> keys(String card, String names) {
        Set<String> keys = new TreeSet<>();
        Arrays.stream(names.strip().split(" ")).forEach(name -> keys.add(card + name));
        return keys;
    }
}
