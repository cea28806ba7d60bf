package innerloop.lesson;

import innerloop.experiment.InputException;
import innerloop.phrase.Trouble;
import innerloop.training.Race;
import innerloop.training.RaceCurve;
import innerloop.training.RaceResult;
import java.util.Arrays;
import java.util.List;

/// Values of a race that is over.
final class RaceValues {

    private RaceValues() {}

    static double of(RaceResult result, Quantity.Named named) throws InputException {
        return switch (named.word()) {
            case "score" -> point(result, named).score().mean();
            case "lead" -> point(result, named).lead().mean();
            case "goal" -> result.goal();
            case "steps-to-goal" ->
                    result.stepsToGoal(start(named))
                            .orElseThrow(
                                    () -> new InputException(Trouble.of("lesson.noGoal"), "start"));
            default -> throw new IllegalArgumentException(named.word());
        };
    }

    private static RaceCurve.Point point(RaceResult result, Quantity.Named named)
            throws InputException {
        return result.curve(start(named)).points().get(Keys.step(named, result.steps()));
    }

    private static Race.Start start(Quantity.Named named) throws InputException {
        List<String> words = Arrays.stream(Race.Start.values()).map(Race.Start::word).toList();
        String word = Keys.word(named, "start", words);
        return Arrays.stream(Race.Start.values())
                .filter(start -> start.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
