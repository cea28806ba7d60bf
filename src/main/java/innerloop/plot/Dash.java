package innerloop.plot;

import java.util.List;

/// How a line is interrupted.
public enum Dash {
    /// Not at all.
    SOLID,
    /// For curves and levels of second rank.
    DASHED,
    /// For baselines.
    DOTTED,
    /// For hairlines such as the cursor.
    FINE;

    /// Lengths in px, drawn and left out in turn; empty for a solid line.
    public List<Double> lengths() {
        return switch (this) {
            case SOLID -> List.of();
            case DASHED -> List.of(5.0, 4.0);
            case DOTTED -> List.of(1.5, 3.0);
            case FINE -> List.of(3.0, 3.0);
        };
    }
}
