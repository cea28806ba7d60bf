package innerloop.training;

import innerloop.meta.OuterState;
import java.time.Instant;
import java.util.List;

/// A run as it was after some outer steps: enough to go on from there as if it had never been interrupted, since episodes
/// follow from the seed and their numbers.
///
/// @param outer the state of the outer loop
/// @param metrics the metrics since the last progress of the run, or all of them
/// @param speed the speeds since then
/// @param checkpoints the checkpoints that are kept, all of them
/// @param pace the time that the steps took
/// @param started when the run began
/// @param seconds how long it went, without interruptions
public record Progress(
        OuterState outer,
        MetricLog.Part metrics,
        List<RunRecord.Metric> speed,
        Checkpoints.Kept checkpoints,
        Pace.Total pace,
        Instant started,
        double seconds) {

    public Progress {
        speed = List.copyOf(speed);
    }
}
