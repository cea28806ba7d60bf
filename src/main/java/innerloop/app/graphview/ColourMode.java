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
    /// The number the learner predicts.
    VALUE("canvas.colour.value"),
    /// The number that is right.
    TRUE_VALUE("canvas.colour.trueValue"),
    /// The predicted value minus the true one.
    RESIDUAL("canvas.colour.residual"),
    /// How much the others listen to it, in an attention network.
    ATTENTION("canvas.colour.attention"),
    /// A number every node has, such as its degree or a feature.
    ATTRIBUTE("canvas.colour.attribute");

    private final String key;

    ColourMode(String key) {
        this.key = key;
    }

    /// The colour before a run, where a task asks for numbers or for classes.
    public static ColourMode atRest(boolean numbers) {
        return numbers ? TRUE_VALUE : CLASS;
    }

    /// Its name in the menu.
    public String title() {
        return Messages.get(key);
    }

    /// Whether it shows what a learner says.
    boolean ofLearner() {
        return switch (this) {
            case PREDICTION, CORRECTNESS, CONFIDENCE, LOSS, VALUE, RESIDUAL -> true;
            case CLASS, ROLE, TRUE_VALUE, ATTENTION, ATTRIBUTE -> false;
        };
    }

    /// Whether it shows numbers that are asked for.
    boolean ofValues() {
        return switch (this) {
            case VALUE, TRUE_VALUE, RESIDUAL -> true;
            case CLASS, ROLE, PREDICTION, CORRECTNESS, CONFIDENCE, LOSS, ATTENTION, ATTRIBUTE ->
                    false;
        };
    }

    /// Whether it means anything where a task asks for numbers, or for classes.
    boolean isFor(boolean numbers) {
        return switch (this) {
            case PREDICTION, CORRECTNESS, CONFIDENCE, LOSS -> !numbers;
            case VALUE, TRUE_VALUE, RESIDUAL -> numbers;
            case CLASS, ROLE, ATTENTION, ATTRIBUTE -> true;
        };
    }

    /// The attribute whose scale it shows; empty for none of its own.
    String attribute() {
        return switch (this) {
            case CONFIDENCE -> "confidence";
            case LOSS -> "loss";
            case ATTENTION -> "attention";
            case VALUE -> "predicted";
            case TRUE_VALUE -> "true";
            case RESIDUAL -> "residual";
            case CLASS, ROLE, PREDICTION, CORRECTNESS, ATTRIBUTE -> "";
        };
    }
}
