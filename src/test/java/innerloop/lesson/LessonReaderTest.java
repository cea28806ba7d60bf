package innerloop.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a lesson's file says, and what is said of one that is wrong.
class LessonReaderTest {

    private static final String HEAD =
            """
            ---
            title: T
            minutes: 5
            experiment: karate
            ---
            """;

    private static Lesson lesson(String body) {
        LessonReader.Reading reading = LessonReader.parse(HEAD + body);
        assertThat(reading.complaints()).isEmpty();
        return reading.lesson().orElseThrow();
    }

    private static String complaints(String text) {
        return LessonReader.parse(text).complaints().stream()
                .map(complaint -> complaint.line("f"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aLessonIsReadWhole() {
        Lesson lesson =
                lesson(
                        """

                        Before **all**.

                        ## One

                        ```choice
                        ask: Which?
                        - this => no: `= graph nodes`
                        + that
                          one
                        hint: think
                        check: graph nodes > graph edges / 2
                        ```

                        After, `= run score of=a | % 0` and `code`.

                        ## Two

                        ```run
                        name: a
                        set: budget.steps=3
                        set: seed=1
                        ```

                        ```number
                        ask: How much?
                        expect: run score
                        tolerance: 5 %
                        unit: %
                        ```
                        """);
        assertThat(lesson.introduction())
                .containsExactly(
                        new Prose.Paragraph(
                                List.of(
                                        new Inline.Words("Before "),
                                        new Inline.Stressed(true, List.of(new Inline.Words("all"))),
                                        new Inline.Words("."))));
        assertThat(lesson.steps()).extracting(Step::title).containsExactly("One", "Two");
        assertThat(lesson.gates()).extracting(Part.Gate::id).containsExactly("1.1", "2.1", "2.2");
        Part.Choice choice = (Part.Choice) lesson.gates().getFirst();
        assertThat(choice.options()).extracting(Part.Option::right).containsExactly(false, true);
        assertThat(choice.options().get(1).text()).containsExactly(new Inline.Words("that one"));
        assertThat(choice.options().getFirst().reply()).hasSize(2);
        assertThat(choice.claims()).hasSize(1);
        Part.Run run = (Part.Run) lesson.gates().get(1);
        assertThat(run.settings()).containsExactly("budget.steps=3", "seed=1");
        Part.Numeric number = (Part.Numeric) lesson.gates().get(2);
        assertThat(number.tolerance()).isEqualTo(new Tolerance(0.05, true));
        assertThat(number.form()).isEqualTo(NumberForm.PERCENT);
    }

    @Test
    void indentedLinesAreFormulasAndBlocksOfTextAreNot() {
        Lesson lesson = lesson("## S\n\n    a = b²\n\n    c = d\n\nThen:\n\n```text\n  a\n```\n");
        assertThat(((Part.Text) lesson.steps().getFirst().parts().getFirst()).blocks())
                .containsExactly(
                        new Prose.Formulas(List.of("a = b²", "c = d")),
                        new Prose.Paragraph(List.of(new Inline.Words("Then:"))),
                        new Prose.Verbatim("  a"));
    }

    @Test
    void aTranslationHasTheSameQuestionsAndRuns() {
        String question = "## S\n\n```choice\nask: %s\n+ a\n- b\n```\n\n```run\nname: %s\n```\n";
        Lesson lesson = lesson(question.formatted("Which?", "a"));
        assertThat(lesson(question.formatted("哪个？", "a")).fits(lesson)).isTrue();
        assertThat(lesson(question.formatted("Which?", "b")).fits(lesson)).isFalse();
        assertThat(lesson(question.formatted("Which?\n- c", "a")).fits(lesson)).isFalse();
    }

    /// A prediction waits for the run that is below it.
    @Test
    void aValueIsOfTheRunAboveOrElseOfTheNextOne() {
        String question = "```number\nask: ?\nexpect: run score\n```\n\n";
        Lesson lesson =
                lesson(
                        "## S\n\n"
                                + question
                                + "```run\nname: a\n```\n\n"
                                + question
                                + "```run\nname: b\n```\n\n"
                                + question);
        List<String> awaited =
                lesson.gates().stream()
                        .filter(Part.Question.class::isInstance)
                        .map(gate -> lesson.awaited((Part.Question) gate).getFirst().name())
                        .toList();
        assertThat(awaited).containsExactly("a", "a", "b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "run -> run score",
                "run gain -> run gain",
                "adapt moved layer=convs.0 step=2 -> adapt moved layer step",
                "explain node=\"Mr Hi\" name=z1 -> explain value name node",
                "graph within node=3 hops=2 -> graph within hops node",
            })
    void namesAreRead(String text, String read) {
        Lesson lesson = lesson("## S\n\nA `= " + text + "`.\n\n```run\n```\n");
        Quantity.Named named = Expressions.in(lesson).getFirst();
        List<String> keys = named.keys().keySet().stream().sorted().toList();
        String all = String.join(" ", keys);
        assertThat((named.source().word() + " " + named.word() + " " + all).strip())
                .isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "explain node=3 -> 8:4: explain needs name=…",
                "explain node= name=z1 -> 8:12: what stands behind \"node=\" is no text",
                "explain node=\"Mr Hi name=z1 -> 8:12: what stands behind \"node=\" is no text",
                "graf nodes -> 8:4: \"graf\" is no source of values; did you mean \"graph\"?",
                "graph nods -> 8:10: graph has no \"nods\"; did you mean \"nodes\"?",
                "graph nodes edges -> 8:16: \"nodes\" and \"edges\" are two values",
                "graph nodes hop=2 -> 8:16: graph has no key \"hop\"; did you mean \"hops\"?",
                "graph within hops=1 hops=2 -> 8:24: \"hops\" is given twice",
                "graph nodes + -> 8:16: a value is missing",
                "3 4 -> 8:6: \"4\" is too much here",
                "run score -> 8:4: nothing is run that this could be about",
                "race lead -> 8:4: nothing is run that this could be about; add a block of the kind race",
                "adapt of=a -> 8:4: no run is called \"a\"",
            })
    void wrongValuesAreSaidWhereTheyStand(String text, String complaint) {
        assertThat(complaints(HEAD + "\n## S\n`= " + text + "`\n")).startsWith("f:" + complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "choice/ask: ?/+ a -> 8:1: a choice needs two answers or more",
                "choice/ask: ?/- a/- b -> 8:1: no answer is right",
                "choice/+ a/- b -> 8:1: \"ask\" is missing",
                "choice/ask: ?/+ a/- b/check: 1 2 -> 12:8: nothing is compared here",
                "number/ask: ? -> 8:1: \"expect\" is missing",
                "number/ask: ?/expect: 3/unit: m -> 11:7: \"m\" is no unit",
                "number/ask: ?/expect: 3/tolerance: x -> 11:12: \"x\" is no number",
                "number/ask: ?/expect: 3/tolerance: -1 -> 11:12: a tolerance is at least 0",
                "number/ask: ?/expect: 3/expect: 4 -> 11:1: \"expect\" stands here twice",
                "number/ask: ?/expected: 3 -> 8:1: \"expect\" is missing",
                "run/set: seed -> 9:6: \"seed\" is not key.path=value",
                "run/name: a b -> 9:7: \"a b\" is no name of a run",
                "look/tab: grpah -> 9:6: no page is called \"grpah\"; did you mean \"graph\"?",
                "look/step: x -> 9:7: \"x\" is no whole number",
                "look/nonsense -> 8:1: there is nothing to look at",
                "chioce/ask: ? -> 8:1: there is no block of the kind \"chioce\"; did you mean \"choice\"?",
            })
    void wrongBlocksAreSaidWhereTheyStand(String block, String complaint) {
        String text = HEAD + "\n## S\n```" + block.replace("/", "\n") + "\n```\n";
        assertThat(complaints(text)).contains("f:" + complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "# No head -> 1:1: the head is missing",
                "`` -> 1:1: the head is missing",
                "---/title: T -> 1:1: the head is missing",
                "---/title: T/---/## S -> 1:1: \"minutes\" is missing",
                "---/titel: T/---/## S -> 2:1: there is no \"titel\" here; did you mean \"title\"?",
                "---/nonsense/---/## S -> 2:1: \"nonsense\" is no line of the form key: value",
                "---/minutes: ten/---/## S -> 2:10: \"ten\" is no whole number",
                "---/locked: all/---/## S -> 2:9: \"all\" cannot be locked",
                "---/set: seed/---/## S -> 2:6: \"seed\" is not key.path=value",
                "---/title: T/---/text -> 1:1: there are no steps",
                "---/title: T/---/# S -> 4:1: the title of a lesson stands in its head",
                "---/title: T/---/```run/``` -> 4:1: this block is in no step",
                "---/title: T/---/## S/<b>x</b> -> 5:1: lessons show neither pictures nor HTML",
                "---/title: T/---/## S/![x](y.png) -> 5:1: lessons show neither pictures nor HTML",
                "---/title: T/---/## S/a `= 3 | x` -> 5:3: \"x\" is no form of a number",
                "---/title: T/---/## S/```run/name: a/```/```run/name: a/``` -> 8:1: two runs are called \"a\"",
            })
    void wrongFilesAreSaidWhereTheyAreWrong(String text, String complaint) {
        assertThat(complaints(text.replace("/", "\n").replace("<\n", "</")))
                .contains("f:" + complaint);
    }

    /// All mistakes are said at once, the first one first.
    @Test
    void mistakesAreSaidInTheirOrder() {
        assertThat(complaints("---\ntitle: T\nminutes: x\n---\n## S\n`= graf`\n```lok\n```\n"))
                .isEqualTo(
                        """
                        f:1:1: "experiment" is missing; add a line "experiment: karate"
                        f:3:10: "x" is no whole number; give one such as 12
                        f:6:4: "graf" is no source of values; did you mean "graph"?
                        f:7:1: there is no block of the kind "lok"; did you mean "look"? (text for what is shown as it stands)\
                        """);
    }

    @Test
    void nothingThatIsNoLessonIsTakenForOne() {
        assertThat(LessonReader.isLesson("---\ntitle: T\n")).isTrue();
        assertThat(LessonReader.isLesson("\uFEFF---\r\ntitle: T\r\n")).isTrue();
        assertThat(LessonReader.isLesson("# Read me\n---\n")).isFalse();
        assertThat(LessonReader.isLesson("")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "0.25 -> 0.25",
                "0,25 -> 0.25",
                ".5 -> 0.5",
                "1/4 -> 0.25",
                "54 % -> 54",
                "−3 -> -3",
                "1e-3 -> 0.001",
            })
    void numbersAreTypedInManyWays(String text, double number) {
        assertThat(TypedNumber.of(text)).hasValue(number);
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "1/0", "1/2/3", "1.2.3", "NaN", "Infinity", "--1", "1e9999999", "%"})
    void whatIsNoNumberIsNone(String text) {
        assertThat(TypedNumber.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.17150,0.1715",
        "17,17",
        "0.6264,0.6264",
        "1234.5678,1235",
        "-0.5,-0.5000",
        "-0.0,0",
        "-1e-15,0.000000000"
    })
    void numbersAreWrittenAsFarAsIsWorthIt(double value, String text) {
        assertThat(NumberForm.USUAL.text(value)).isEqualTo(text);
        assertThat(NumberForm.PERCENT.text(0.626)).isEqualTo("62.6 %");
    }
}
