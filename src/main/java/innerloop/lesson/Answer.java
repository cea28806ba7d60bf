package innerloop.lesson;

/// What was answered to a question, or that a run was made.
///
/// @param id of the question, for example `2.1`
/// @param question what was asked
/// @param reply as it was typed, or which of the answers, counted from 1
/// @param outcome `RIGHT`, `SHOWN` (the right answer was shown), `PREDICTED`, `DONE` (a run), or `OPEN`
/// @param expected the right answer, once it is known
/// @param tries how often it was answered
/// @param hinted whether the hint was read
public record Answer(
        String id,
        String question,
        String reply,
        String outcome,
        String expected,
        int tries,
        boolean hinted) {}
