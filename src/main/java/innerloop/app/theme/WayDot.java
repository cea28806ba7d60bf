package innerloop.app.theme;

import innerloop.colour.Colour;
import javafx.scene.shape.Circle;

/// The dot of one of the ways of an episode; light and dark have colours of their own for it.
public final class WayDot extends Circle {

    private static final double RADIUS = 4;

    /// The dot of way number `way`, from 0.
    public WayDot(int way) {
        super(RADIUS);
        setStyle("-fx-fill: " + Colour.way(way).variable());
    }
}
