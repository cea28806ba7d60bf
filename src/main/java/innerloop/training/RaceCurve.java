package innerloop.training;

import innerloop.task.Gain;
import innerloop.task.Score;
import java.util.List;
import java.util.OptionalInt;

/// How the score grows from one start of a [Race].
///
/// @param start what the inner loop starts from
/// @param points after 0, 1, 2, … inner steps
public record RaceCurve(Race.Start start, List<Point> points) {

    public RaceCurve {
        points = List.copyOf(points);
    }

    /// What holds after some inner steps.
    ///
    /// @param innerStep how many
    /// @param milliseconds median time, over the episodes, from the beginning of the episode to here, without scoring
    /// @param bytes of θ, learned rates and all buffers it takes to come here and to score the query set, on the first episode
    /// @param score mean over the episodes; NaN if some lead to numbers that are not finite
    /// @param lead how much better the meta-trained start is after as many steps, episode by episode
    public record Point(int innerStep, double milliseconds, long bytes, Score score, Gain lead) {

        boolean isFinite() {
            return Double.isFinite(score.mean());
        }
    }

    /// The score after the last step.
    public Score last() {
        return points.getLast().score();
    }

    /// The first step after which the score is at least as good as this value.
    OptionalInt stepsTo(double value) {
        return points.stream()
                .filter(point -> point.score().measure().gain(point.score().mean(), value) >= 0)
                .mapToInt(Point::innerStep)
                .findFirst();
    }
}
