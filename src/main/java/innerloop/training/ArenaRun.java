package innerloop.training;

import innerloop.phrase.Phrase;
import java.util.Optional;

/// What came of one run of a comparison.
public sealed interface ArenaRun {

    /// It came to its end, with finite numbers or without.
    record Ended(RunSummary run) implements ArenaRun {}

    /// It broke off, so nothing is known of it.
    ///
    /// @param reason why
    record Failed(Phrase reason) implements ArenaRun {}

    /// The run, if it came to its end.
    default Optional<RunSummary> ended() {
        return switch (this) {
            case Ended(RunSummary run) -> Optional.of(run);
            case Failed _ -> Optional.empty();
        };
    }

    /// Why there is none.
    default Optional<Phrase> failure() {
        return switch (this) {
            case Ended _ -> Optional.empty();
            case Failed(Phrase reason) -> Optional.of(reason);
        };
    }
}
