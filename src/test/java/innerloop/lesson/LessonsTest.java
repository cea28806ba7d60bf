package innerloop.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.experiment.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every lesson is played from start to end, and says the same in both languages.
class LessonsTest {

    private static final Path LESSONS = Path.of("assets", "lessons");
    private static final Path SAMPLES = Path.of("sample-graphs");

    @TempDir private Path folder;

    static List<Path> lessons() {
        return LessonFiles.in(LESSONS);
    }

    private static Lesson read(Path file) throws InputException {
        LessonReader.Reading reading = LessonReader.read(file);
        assertThat(reading.complaints()).as(file.toString()).isEmpty();
        return reading.lesson().orElseThrow();
    }

    private static Rehearsal play(Path file) throws InputException {
        Lesson lesson = read(file);
        return Rehearsal.of(
                lesson, new Workings(lesson, Workings.experimentFile(lesson, file, SAMPLES), 2));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyExpectedValueIsWhatTheEngineComputes(Path file) throws InputException {
        Rehearsal rehearsal = play(file);
        assertThat(rehearsal.complaints()).extracting(c -> c.line(file.toString())).isEmpty();
        assertThat(rehearsal.lines()).hasSize(read(file).gates().size());
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void bothLanguagesHaveTheSameStepsAndChecks(Path file) throws InputException {
        Path chinese = LessonFiles.in(file, Locale.forLanguageTag("zh-CN"));
        assertThat(chinese).isNotEqualTo(file);
        assertThat(skeleton(read(chinese))).isEqualTo(skeleton(read(file)));
        assertThat(LessonFiles.in(chinese, Locale.ENGLISH)).isEqualTo(file);
    }

    /// A lesson without its words.
    private static String skeleton(Lesson lesson) {
        Lesson.Head head = lesson.head();
        return head.minutes()
                + " "
                + head.experiment()
                + head.settings()
                + head.locked()
                + lesson.steps().stream()
                        .map(step ->
                                step.parts().stream()
                                        .map(LessonsTest::skeleton)
                                        .collect(Collectors.joining("; ", "\n", "")))
                        .collect(Collectors.joining());
    }

    private static String skeleton(Part part) {
        String own =
                switch (part) {
                    case Part.Text _ -> "text";
                    case Part.Choice choice ->
                            choice.id()
                                    + choice.options().stream().map(Part.Option::right).toList()
                                    + choice.claims().stream().map(Claim::relation).toList()
                                    + choice.hint().isEmpty();
                    case Part.Numeric number ->
                            number.id()
                                    + number.tolerance()
                                    + number.form()
                                    + number.written()
                                    + number.hint().isEmpty();
                    case Part.Run run -> run.id() + run.name() + run.kind() + run.settings();
                    case Part.Look look ->
                            "" + look.tab() + look.node() + look.step() + look.inner();
                };
        return own
                + Expressions.of(part)
                        .flatMap(e ->
                                Stream.concat(
                                        Stream.of(e.first()),
                                        e.second().stream().map(Expression.Second::quantity)))
                        .map(LessonsTest::skeleton)
                        .sorted()
                        .toList();
    }

    private static String skeleton(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Literal(double value) -> Double.toString(value);
            case Quantity.Named named ->
                    named.source() + named.word() + new java.util.TreeMap<>(named.keys());
        };
    }

    /// The example that teachers copy.
    @Test
    void theLessonInTheDocumentsIsRight() throws IOException, InputException {
        String text = Files.readString(Path.of("docs", "lessons.md"));
        String example =
                text.substring(text.indexOf("````markdown\n") + 13, text.lastIndexOf("````"));
        Path file = Files.writeString(folder.resolve("my-lesson.md"), example);
        assertThat(play(file).complaints()).extracting(c -> c.line("f")).isEmpty();
    }

    private List<String> wrong(String experiment, String body) throws IOException, InputException {
        String head =
                "---\ntitle: T\nminutes: 1\nexperiment: %s\n---\n## S\n\n".formatted(experiment);
        Path file = Files.writeString(folder.resolve("wrong.md"), head + body + "\n");
        return play(file).complaints().stream().map(complaint -> complaint.line("f")).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "`= graph neighbours node=\"Mr. Hi\"` -> f:8:1: --node: no node is called \"Mr. Hi\"",
                "`= graph within` -> f:8:1: node: graph within needs it; add node=…",
                "`= explain node=0 name=q1` -> f:8:1: name: nothing is called \"q1\" there; did you mean",
                "`= explain node=0 name=cij` -> f:8:1: column: explain value needs it; add column=…",
                "`= explain node=0 name=cij column=X` -> f:8:1: column: none are called \"X\"",
                "`= explain node=0 name=cij layer=7` -> f:8:1: layer or kind: there is a \"cij\", but not this one",
                "`= adapt step=99` -> f:8:1: step: there is no step 99; give 0 to 20",
                "`= adapt episode=x` -> f:8:1: episode: \"x\" is no whole number",
                "`= backward curved step=20` -> f:8:1: step: there is no step 20 to go back to; give 0 to 19",
                "`= outer pull episode=4` -> f:8:1: episode: the outer step has no episode 4; give 0 to 3",
                "`= adapt phase=tset` -> f:8:1: phase: \"tset\" is not known; did you mean \"test\"?",
            })
    void valuesThatCannotBeHadAreSaid(String text, String complaint)
            throws IOException, InputException {
        // The quotes of the table are the backticks of the lesson.
        String value = text.startsWith("=") ? "`" + text + "`" : text;
        assertThat(wrong("karate", value)).singleElement().asString().startsWith(complaint);
    }

    @Test
    void whatIsWrittenIsHeldAgainstTheEngine() throws IOException, InputException {
        assertThat(wrong("karate", "```number\nask: ?\nexpect: graph nodes\nwritten: 33\n```"))
                .containsExactly(
                        "f:8:1: the answer is 34, and not 33 as it is written; mend \"written\", or"
                                + " what is expected");
        assertThat(wrong("karate", "```choice\nask: ?\n+ a\n- b\ncheck: graph nodes < 3\n```"))
                .containsExactly(
                        "f:12:8: this does not hold: left stands 34, right 3; another answer is right,"
                                + " or something else has to be run");
        assertThat(wrong("karate", "`= run score`\n\n```run\nset: budget.steps=-1\n```"))
                .hasSize(2)
                .first()
                .asString()
                .isEqualTo(
                        "f:8:1: the run \"run-1\" (line 10) is not over here; ask about it below its"
                                + " block");
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain node=0 name=L", "adapt query-loss"})
    void whatARunLearnedIsNotWhatItBeganWith(String value) throws IOException, InputException {
        String same = "%s of=run-1 = %s of=run-1 theta=start".formatted(value, value);
        assertThat(
                        wrong(
                                "karate",
                                "```run\nset: budget.steps=1\nset: budget.testTasks=2\n```\n\n"
                                        + "```choice\nask: ?\n+ a\n- b\ncheck: "
                                        + same
                                        + "\n```"))
                .singleElement()
                .asString()
                .contains("this does not hold");
    }

    /// The outer step and the backward pass are two ways to the same meta-gradient; no run is needed for a θ that is not trained.
    @Test
    void metaGradientsAgree() throws IOException, InputException {
        String same =
                """
                ```choice
                ask: ?
                + a
                - b
                check: backward length phase=train of=two theta=start - outer pull of=two < 0.001
                check: backward length phase=train of=two theta=start - outer pull of=two > -0.001
                check: backward cosine phase=train of=two theta=start - outer cosine of=two < 0.001
                check: backward cosine phase=train of=two theta=start - outer cosine of=two > -0.001
                check: backward bend step=1 phase=train of=two theta=start < 1
                check: backward curved step=1 of=two theta=start > 0
                check: outer ratio of=two > 0
                check: outer with-mean of=two <= 1
                check: outer agreement of=two < 1
                check: outer mean of=two < outer pull of=two * 4
                check: outer move of=two > 0
                check: outer move-with-mean of=two > 0
                ```

                ```run
                name: two
                set: learner.head=learned
                set: learner.innerSteps=2
                set: budget.steps=1
                set: budget.testTasks=2
                ```
                """;
        assertThat(wrong("karate", same)).isEmpty();
    }

    @Test
    void anExperimentThatIsNotThereIsSaid() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> wrong("nowhere", "text")))
                .hasMessageContaining("called \"nowhere\"");
    }
}
