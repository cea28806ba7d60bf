package innerloop.app.outer;

import innerloop.app.run.OuterMoment;
import innerloop.meta.OuterState;
import innerloop.microscope.OuterMicroscope;
import innerloop.microscope.OuterTrace;
import java.time.Duration;

/// An outer step that was taken apart.
///
/// @param moment the state it comes after
/// @param state the same, perhaps with more known of it
/// @param trace what it is made of
/// @param microscope with which it was looked at
/// @param took how long that took
/// @param goesOn whether the steps before it are being made again, so that its move becomes known
public record OuterView(
        OuterMoment moment,
        OuterState state,
        OuterTrace trace,
        OuterMicroscope microscope,
        Duration took,
        boolean goesOn) {}
