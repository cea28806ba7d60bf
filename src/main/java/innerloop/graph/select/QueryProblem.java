package innerloop.graph.select;

import java.text.MessageFormat;
import java.util.List;

/// The reason why a text is not a [NodeQuery], as a value, so that it can be shown in another language.
///
/// @param kind what is wrong
/// @param arguments the parts of the text and the names it is about, in the order of the kind's places
public record QueryProblem(Kind kind, List<String> arguments) {

    /// The kinds of problems of a query.
    public enum Kind {
        /// Something follows a query that is complete.
        UNEXPECTED("\"{0}\" is not expected here; join conditions with and, or"),
        /// A parenthesis stays open.
        NOT_CLOSED("a closing ) is missing"),
        /// It is nested too deeply.
        TOO_DEEP("more than {0} times ( and not; write it simpler"),
        /// It ends before an attribute.
        NO_ATTRIBUTE("the query ends where it needs an attribute, such as {0}"),
        /// An attribute does not exist.
        UNKNOWN_ATTRIBUTE("\"{0}\" is no attribute; there are {1} and the names of features"),
        /// It ends after an attribute.
        NO_COMPARISON("the query ends where it needs a comparison after \"{0}\", such as ="),
        /// The text after an attribute is not a comparison.
        UNKNOWN_COMPARISON("\"{0}\" is no comparison; use =, !=, <, <=, >, >= or contains"),
        /// It ends after a comparison.
        NO_VALUE("the query ends where it needs a value after \"{0}\""),
        /// Something that is no value follows a comparison.
        NOT_A_VALUE("\"{0}\" needs a value after it, not {1}"),
        /// A quoted text does not end.
        QUOTE_NOT_CLOSED("a closing \" is missing"),
        /// A number is compared with a text.
        NOT_A_NUMBER("\"{0}\" is a number, so it cannot be compared with \"{1}\""),
        /// This comparison is for texts.
        NOT_FOR_NUMBERS("\"{0}\" does not compare numbers; use =, !=, <, <=, > or >="),
        /// This comparison is for numbers.
        NOT_FOR_TEXTS("\"{0}\" is a text; compare it with =, != or contains");

        private final String english;

        Kind(String english) {
            this.english = english;
        }
    }

    public QueryProblem {
        arguments = List.copyOf(arguments);
    }

    /// One English sentence with what to do.
    public String text() {
        return MessageFormat.format(kind.english, arguments.toArray());
    }
}
