package innerloop.app.graphview;

import innerloop.app.canvas.Shape;

/// Where the split puts a class, and how its nodes are drawn.
public enum Lane {
    /// In no lane: takes no part.
    NONE(0, Shape.DOT, 0xFF98A1AE),
    /// Trains.
    BASE(1, Shape.DISC, 0xFF4477AA),
    /// Tunes.
    VALIDATION(2, Shape.PALE, 0xFFCCBB44),
    /// Tests.
    NOVEL(3, Shape.RING, 0xFFAA3377);

    private static final Lane[] ALL = values();

    private final int code;
    private final Shape shape;
    private final int colour;

    Lane(int code, Shape shape, int colour) {
        this.code = code;
        this.shape = shape;
        this.colour = colour;
    }

    /// The lane of a code: 0 none, 1 base, 2 validation, 3 novel; anything else is none.
    public static Lane of(byte code) {
        return code >= 0 && code < ALL.length ? ALL[code] : NONE;
    }

    /// This lane as a code.
    public byte code() {
        return (byte) code;
    }

    /// The shape of its nodes.
    public Shape shape() {
        return shape;
    }

    /// Its colour (ARGB) in [ColourMode#ROLE].
    public int colour() {
        return colour;
    }
}
