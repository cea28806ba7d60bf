package innerloop.calculus;

import java.util.List;

/// What a network computes for one example, step by step, seen from one of its nodes.
///
/// @param experiment name of the experiment
/// @param encoder the encoder in words
/// @param node name of the node
/// @param id what the person's file means it by
/// @param label name of the example's class; empty if it has none
/// @param theta one sentence: which parameters these are
/// @param adaptedTo the episode θ is adapted to
/// @param role whether the node is in that episode
/// @param classes the classes of the episode in its order
/// @param layers how many layers there are
/// @param backward whether derivatives of the loss are among the terms
/// @param engineGap the largest difference between these logits and those of the engine that trains, in float64
/// @param terms in the order in which they are computed
/// @param example what is explained, with its answer, in words
/// @param number of the node; −1 if it is none
/// @param unit what the numbers of the terms count
public record Explanation(
        String experiment,
        String encoder,
        String node,
        String id,
        String label,
        String theta,
        AdaptedTo adaptedTo,
        Role role,
        List<String> classes,
        int layers,
        boolean backward,
        double engineGap,
        List<Term> terms,
        String example,
        int number,
        Unit unit) {

    /// What terms belong to.
    public enum Unit {
        /// A layer of the network, counted from 1.
        LAYER("layer"),
        /// θ after a number of inner steps.
        INNER_STEP("inner step");

        private final String words;

        Unit(String words) {
            this.words = words;
        }

        /// In words.
        public String words() {
            return words;
        }
    }

    /// Where an example stands in an episode.
    public enum Role {
        /// θ was adapted to it.
        SUPPORT("one of its support examples"),
        /// It is asked about.
        QUERY("one of its query examples"),
        /// The episode does not have it.
        NEITHER("not one of its examples");

        private final String words;

        Role(String words) {
            this.words = words;
        }

        /// In words, of the example in the episode.
        public String words() {
            return words;
        }
    }

    /// Copies the lists.
    public Explanation {
        classes = List.copyOf(classes);
        terms = List.copyOf(terms);
    }

    /// The terms of one layer.
    public List<Term> ofLayer(int layer) {
        return terms.stream().filter(term -> term.layer() == layer).toList();
    }
}
