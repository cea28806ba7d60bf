package innerloop.app.calculus;

import java.util.List;

/// Told which nodes the pointer is at by way of what stands for them.
@FunctionalInterface
interface Pointing {

    /// @param nodes their numbers; empty once the pointer has left
    void at(List<Integer> nodes);
}
