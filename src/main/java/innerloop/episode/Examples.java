package innerloop.episode;

import innerloop.graph.Targets;
import innerloop.nn.Answers;

/// Some parts of a graph with the right answers for them.
///
/// @param targets what is asked about
/// @param answers one for each target, in their order
public record Examples(Targets targets, Answers answers) {

    public Examples {
        if (targets.size() != answers.size()) {
            throw new IllegalArgumentException(
                    targets.size() + " targets for " + answers.size() + " answers");
        }
    }

    /// Number of examples.
    public int size() {
        return answers.size();
    }
}
