package innerloop.app.history;

import innerloop.app.Messages;
import innerloop.task.Score;
import innerloop.training.Growth;
import innerloop.training.Growth.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What came out of a test over time, in the words of the window.
final class GrowthTexts {

    private GrowthTexts() {}

    /// The name of the start with few steps.
    static String scratch(Growth growth) {
        List<Integer> inner = growth.innerSteps();
        return inner.isEmpty()
                ? Messages.get("growth.untrained")
                : Messages.get("growth.scratch", inner.getFirst());
    }

    /// The name of the start with many steps.
    static String patient(Growth growth) {
        return Messages.get("growth.scratch", growth.innerSteps().getLast());
    }

    /// The same as [Growth#verdict].
    static String sentence(Growth growth) {
        int steps = growth.later().size();
        if (steps == 0) {
            return Messages.get("growth.nothing");
        }
        List<String> parts = new ArrayList<>();
        parts.add(Messages.get("growth.sentence", steps, growth.mean(Point::adapted).meanText()));
        parts.add(against(growth, scratch(growth), Point::scratch));
        if (!growth.innerSteps().isEmpty()) {
            parts.add(against(growth, patient(growth), Growth::patient));
        }
        parts.add(against(growth, Messages.get("growth.floor"), Point::floor));
        return String.join(Messages.get("growth.and"), parts);
    }

    private static String against(Growth growth, String name, Function<Point, Score> other) {
        return Messages.get(
                "growth.against",
                name,
                growth.mean(other).meanText(),
                growth.ahead(other),
                growth.later().size());
    }
}
