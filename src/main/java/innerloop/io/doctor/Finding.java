package innerloop.io.doctor;

import innerloop.phrase.Phrase;
import java.util.List;

/// Something about a file that a person should know before the graph is used.
///
/// @param where the file and the line; empty if it is about the whole graph
/// @param what it is, and what to do about it in the file
/// @param remedies what can be done without changing the file
public record Finding(String where, Phrase what, List<Remedy> remedies) {

    /// Copies the remedies.
    public Finding {
        remedies = List.copyOf(remedies);
    }
}
