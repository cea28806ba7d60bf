package innerloop.app.graphview;

import innerloop.app.Messages;

/// The meaning of a node's colour.
public enum ColourMode {
    /// Its class.
    CLASS("canvas.colour.class"),
    /// Its part in the split and in the watched episode.
    ROLE("canvas.colour.role"),
    /// The class the learner predicts; wrong ones carry a cross.
    PREDICTION("canvas.colour.prediction"),
    /// Whether the learner is right.
    CORRECTNESS("canvas.colour.correctness"),
    /// How sure the learner is.
    CONFIDENCE("canvas.colour.confidence"),
    /// How wrong the learner is.
    LOSS("canvas.colour.loss"),
    /// How much the others listen to it, in an attention network.
    ATTENTION("canvas.colour.attention"),
    /// A number every node has, such as its degree or a feature.
    ATTRIBUTE("canvas.colour.attribute");

    private final String key;

    ColourMode(String key) {
        this.key = key;
    }

    /// Its name in the menu.
    public String title() {
        return Messages.get(key);
    }

    /// Whether it shows what a learner says.
    boolean ofLearner() {
        return switch (this) {
            case PREDICTION, CORRECTNESS, CONFIDENCE, LOSS -> true;
            case CLASS, ROLE, ATTENTION, ATTRIBUTE -> false;
        };
    }

    /// The attribute whose scale it shows; empty for none of its own.
    String attribute() {
        return switch (this) {
            case CONFIDENCE -> "confidence";
            case LOSS -> "loss";
            case ATTENTION -> "attention";
            case CLASS, ROLE, PREDICTION, CORRECTNESS, ATTRIBUTE -> "";
        };
    }
}
