package innerloop.lesson;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A lesson.
///
/// @param head what stands above the text
/// @param introduction what is read before the first step
public record Lesson(Head head, List<Prose> introduction, List<Step> steps) {

    /// What stands above the text.
    ///
    /// @param title what it is called
    /// @param line one line about it; may be empty
    /// @param minutes how long it takes
    /// @param experiment a sample, or a file beside the lesson
    /// @param experimentPlace where that stands
    /// @param settings changes of the experiment, `key.path=value`
    /// @param locked whether the recipe cannot be edited while the lesson goes
    public record Head(
            String title,
            String line,
            int minutes,
            String experiment,
            Place experimentPlace,
            List<String> settings,
            boolean locked) {
        public Head {
            settings = List.copyOf(settings);
        }
    }

    public Lesson {
        introduction = List.copyOf(introduction);
        steps = List.copyOf(steps);
    }

    /// Everything that has to be done, in its order.
    public List<Part.Gate> gates() {
        return steps.stream().flatMap(step -> step.gates().stream()).toList();
    }

    /// Whether another lesson has the same questions and runs in the same order, as one in another language has.
    public boolean fits(Lesson other) {
        return other.outline().equals(outline());
    }

    /// Of each question and run, what it is.
    private List<String> outline() {
        return gates().stream()
                .map(gate ->
                        gate.id()
                                + switch (gate) {
                                    case Part.Choice choice -> " " + choice.options().size();
                                    case Part.Numeric _ -> "";
                                    case Part.Run run -> " " + run.kind() + run.name();
                                })
                .toList();
    }

    private Stream<Part.Run> runs() {
        return gates().stream().filter(Part.Run.class::isInstance).map(Part.Run.class::cast);
    }

    /// The run of this name.
    public Optional<Part.Run> run(String name) {
        return runs().filter(run -> run.name().equals(name)).findFirst();
    }

    /// The run that a value is about: the one it names, or else the last above it that fits, or else the first below.
    public Optional<Part.Run> runOf(Quantity.Named value) {
        if (value.key("of").isPresent()) {
            return run(value.key("of").get());
        }
        if (!value.source().isOfRun()) {
            return Optional.empty();
        }
        Part.RunKind wanted =
                value.source() == Source.RACE ? Part.RunKind.RACE : Part.RunKind.TRAIN;
        List<Part.Run> fit = runs().filter(run -> run.kind() == wanted).toList();
        return fit.reversed().stream()
                .filter(run -> value.place().isAfter(run.place()))
                .findFirst()
                .or(() -> fit.stream().findFirst());
    }

    /// The runs that have to be over before an expression has a value.
    private List<Part.Run> runsOf(Expression expression) {
        return Stream.concat(
                        Stream.of(expression.first()),
                        expression.second().stream().map(Expression.Second::quantity))
                .filter(Quantity.Named.class::isInstance)
                .map(Quantity.Named.class::cast)
                .filter(Quantity.Named::asksForEnd)
                .flatMap(named -> runOf(named).stream())
                .toList();
    }

    /// The runs that have to be over before an answer can be judged: those below the question make it a prediction.
    public List<Part.Run> awaited(Part.Question question) {
        return switch (question) {
            case Part.Choice choice ->
                    choice.claims().stream()
                            .flatMap(claim -> Stream.of(claim.left(), claim.right()))
                            .flatMap(side -> runsOf(side).stream())
                            .distinct()
                            .toList();
            case Part.Numeric number -> runsOf(number.expect()).stream().distinct().toList();
        };
    }
}
