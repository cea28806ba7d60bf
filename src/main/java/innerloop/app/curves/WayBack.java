package innerloop.app.curves;

import java.util.OptionalInt;

/// Shows what the network made of everything at an earlier step.
public interface WayBack {

    /// The step nearest to this one that can be shown; empty while there is none.
    OptionalInt nearest(double step);

    /// Shows it.
    void go(double step);

    /// To nowhere.
    static WayBack none() {
        return new WayBack() {
            @Override
            public OptionalInt nearest(double step) {
                return OptionalInt.empty();
            }

            @Override
            public void go(double step) {
                throw new IllegalStateException("there is no way back");
            }
        };
    }
}
