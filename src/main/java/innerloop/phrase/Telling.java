package innerloop.phrase;

/// What an exception implements that tells a person something, so that it can be told in every language. Its message is the
/// same in English.
public interface Telling {

    /// What is told.
    Phrase phrase();
}
