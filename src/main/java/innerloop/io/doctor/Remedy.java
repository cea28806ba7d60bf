package innerloop.io.doctor;

import innerloop.experiment.GraphReading;
import innerloop.phrase.Phrase;

/// What can be done about a finding at once.
///
/// @param id of the kind of remedy
/// @param words what is done
/// @param reading the rules with which it is done
/// @param standardised whether the encoder reads standardised features from then on
public record Remedy(String id, Phrase words, GraphReading reading, boolean standardised) {

    /// A remedy that changes how the file is read.
    ///
    /// @param id of its text, `remedy.ID`
    static Remedy of(String id, GraphReading reading, Object... arguments) {
        return new Remedy(id, Phrase.of("remedy." + id, arguments), reading, false);
    }
}
