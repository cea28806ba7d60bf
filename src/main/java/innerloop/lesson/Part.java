package innerloop.lesson;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// A part of a step. What stands after a question or a run is shown once that is answered or over.
public sealed interface Part {

    /// Something to read.
    record Text(List<Prose> blocks) implements Part {
        public Text {
            blocks = List.copyOf(blocks);
        }
    }

    /// Something to do before the rest is shown.
    sealed interface Gate extends Part {

        /// Where it begins.
        Place place();

        /// Which it is among all gates of the lesson, for example `2.1`: the first of the second step.
        String id();
    }

    /// Something to answer.
    sealed interface Question extends Gate {

        /// What is asked.
        List<Inline> ask();

        /// What helps; empty if nothing does.
        List<Inline> hint();
    }

    /// A question with given answers.
    ///
    /// @param claims what has to hold for the right answers to be right
    record Choice(
            Place place,
            String id,
            List<Inline> ask,
            List<Option> options,
            List<Inline> hint,
            List<Claim> claims)
            implements Question {
        public Choice {
            ask = List.copyOf(ask);
            options = List.copyOf(options);
            hint = List.copyOf(hint);
            claims = List.copyOf(claims);
        }

        /// The first right answer, counted from 0.
        public int best() {
            return options.stream().map(Option::right).toList().indexOf(true);
        }
    }

    /// One of the answers of a choice.
    ///
    /// @param reply what is said to whoever chooses it; may be empty
    record Option(boolean right, List<Inline> text, List<Inline> reply) {
        public Option {
            text = List.copyOf(text);
            reply = List.copyOf(reply);
        }
    }

    /// A question for a number.
    ///
    /// @param expect the right answer
    /// @param written what the teacher believes it is
    /// @param tolerance how far off an answer may be
    /// @param form how the number is read and typed
    record Numeric(
            Place place,
            String id,
            List<Inline> ask,
            Expression expect,
            OptionalDouble written,
            Tolerance tolerance,
            NumberForm form,
            List<Inline> hint)
            implements Question {
        public Numeric {
            ask = List.copyOf(ask);
            hint = List.copyOf(hint);
        }
    }

    /// Something to run.
    ///
    /// @param name what values call it by
    /// @param kind what runs
    /// @param settings changes of the lesson's experiment, `key.path=value`
    /// @param button what the button says; empty for the usual words
    record Run(
            Place place, String id, String name, RunKind kind, List<String> settings, String button)
            implements Gate {
        public Run {
            settings = List.copyOf(settings);
        }
    }

    /// What is run.
    enum RunKind {
        /// The experiment.
        TRAIN,
        /// The race from three starts.
        RACE
    }

    /// Something to look at in the window.
    ///
    /// @param tab the page to bring to the front
    /// @param node the node to select
    /// @param step the outer step to show
    /// @param inner the inner step to show
    /// @param button what the button says; empty for the usual words
    record Look(
            Place place,
            Optional<String> tab,
            Optional<String> node,
            OptionalInt step,
            OptionalInt inner,
            String button)
            implements Part {}
}
