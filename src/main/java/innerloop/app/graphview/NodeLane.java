package innerloop.app.graphview;

import innerloop.colour.Colour;
import innerloop.scene.NodeShape;

/// Where the split puts a class, and how its nodes are drawn.
public enum NodeLane {
    /// In no lane: takes no part.
    NONE(0, NodeShape.DOT, Colour.NONE),
    /// Trains.
    BASE(1, NodeShape.DISC, Colour.TRAIN),
    /// Tunes.
    VALIDATION(2, NodeShape.PALE, Colour.VALIDATION),
    /// Tests.
    NOVEL(3, NodeShape.RING, Colour.TEST);

    /// Added to the code of a node that passes no messages while training: it steps back.
    public static final byte CUT_OFF = 0x10;

    private static final NodeLane[] ALL = values();

    private final int code;
    private final NodeShape shape;
    private final Colour colour;

    NodeLane(int code, NodeShape shape, Colour colour) {
        this.code = code;
        this.shape = shape;
        this.colour = colour;
    }

    /// The lane of a code: 0 none, 1 base, 2 validation, 3 novel, with [#CUT_OFF] or without; anything else is none.
    public static NodeLane of(byte code) {
        int lane = code & ~CUT_OFF;
        return lane >= 0 && lane < ALL.length ? ALL[lane] : NONE;
    }

    /// This lane as a code.
    public byte code() {
        return (byte) code;
    }

    /// The shape of its nodes.
    public NodeShape shape() {
        return shape;
    }

    /// Its colour in [ColourMode#ROLE].
    public Colour colour() {
        return colour;
    }
}
