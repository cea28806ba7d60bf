package innerloop.lesson;

import innerloop.phrase.OneLine;

/// What is wrong with a lesson.
///
/// @param place where it stands
/// @param what is wrong
/// @param fix what to do about it; may be empty
public record Complaint(Place place, String what, String fix) {

    /// Makes it one printable line.
    public Complaint {
        what = OneLine.of(what);
        fix = OneLine.of(fix);
    }

    /// `FILE:LINE:COLUMN: what; fix`.
    public String line(String file) {
        return "%s:%d:%d: %s%s"
                .formatted(
                        file, place.line(), place.column(), what, fix.isEmpty() ? "" : "; " + fix);
    }
}
