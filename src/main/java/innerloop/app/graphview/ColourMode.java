package innerloop.app.graphview;

import innerloop.app.Messages;

/// What the colour of a node says.
public enum ColourMode {
    /// Its class.
    CLASS("canvas.colour.class"),
    /// Its part in the split and in the watched episode.
    ROLE("canvas.colour.role"),
    /// The class the learner predicts; wrong ones carry a cross.
    PREDICTION("canvas.colour.prediction"),
    /// How sure the learner is.
    CONFIDENCE("canvas.colour.confidence");

    private final String key;

    ColourMode(String key) {
        this.key = key;
    }

    /// What the menu calls it.
    public String title() {
        return Messages.get(key);
    }
}
