package innerloop.io;

import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.nio.file.Path;

/// Where data of NumPy stands, for complaints about it.
///
/// @param file the file
/// @param array the array in the file; empty if the file is only one
record NumpySource(Path file, String array) {

    GraphFormatException broken(Phrase cause) {
        Trouble trouble =
                array.isEmpty()
                        ? Trouble.of("numpy.file", cause)
                        : Trouble.of("numpy.array", Problem.shortened(array), cause);
        return Problem.ofFile(file, trouble).exception();
    }

    /// The same file, another array of it.
    NumpySource of(String other) {
        return new NumpySource(file, other);
    }
}
