package innerloop.lesson;

import innerloop.phrase.OneLine;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;

/// What is wrong with a lesson.
///
/// @param place where it stands
/// @param trouble what is wrong, and what to do about it
public record Complaint(Place place, Trouble trouble) {

    /// `FILE:LINE:COLUMN: what; fix`.
    public Phrase phrase(String file) {
        return trouble.at("%s:%d:%d".formatted(file, place.line(), place.column()));
    }

    /// The same in English.
    public String line(String file) {
        return OneLine.of(phrase(file).text());
    }
}
