package innerloop.app.outer;

import innerloop.app.run.OuterMoment;
import innerloop.microscope.OuterMicroscope;
import innerloop.microscope.OuterTrace;
import java.time.Duration;

/// An outer step that was taken apart.
///
/// @param moment the state it comes after
/// @param trace what it is made of
/// @param microscope with which it was looked at
/// @param took how long that took
public record OuterView(
        OuterMoment moment, OuterTrace trace, OuterMicroscope microscope, Duration took) {}
