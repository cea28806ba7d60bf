package innerloop.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.lesson.GateModel.State;
import innerloop.experiment.InputException;
import innerloop.lesson.Answer;
import innerloop.lesson.AnswerSheet;
import innerloop.lesson.Lesson;
import innerloop.lesson.LessonReader;
import innerloop.lesson.Part;
import innerloop.lesson.Workings;
import innerloop.math.VectorBackend;
import innerloop.training.ExperimentRunner;
import innerloop.training.RunControl;
import innerloop.training.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lesson as a person goes through it, without a window.
@SuppressWarnings("NullAway.Init")
class LessonViewModelTest {

    private static final String TEXT =
            """
            ---
            title: T
            minutes: 1
            experiment: karate
            ---
            ## One

            ```number
            ask: How many?
            expect: graph nodes
            tolerance: 0
            hint: count
            ```

            ```choice
            ask: Which?
            + this
            - that => no
            ```

            ## Two

            ```number
            ask: How well?
            expect: run score
            unit: %
            tolerance: 100
            ```

            ```run
            set: budget.steps=2
            set: budget.testTasks=4
            ```

            `= run score | %`
            """;

    @TempDir private Path folder;

    private final LessonViewModel model = new LessonViewModel(Runnable::run, Runnable::run);
    private List<Answer> kept = new ArrayList<>();
    private Lesson lesson;
    private Workings workings;

    @BeforeEach
    void openIt() throws InputException {
        LessonReader.Reading reading = LessonReader.parse(TEXT);
        assertThat(reading.complaints()).isEmpty();
        lesson = reading.lesson().orElseThrow();
        workings = new Workings(lesson, Path.of("sample-graphs", "karate.experiment.json"), 1);
        model.open(lesson, workings, List.of(), answers -> kept = answers);
    }

    private Part.Question question(int gate) {
        return (Part.Question) lesson.gates().get(gate);
    }

    private State state(int gate) {
        return model.gate(lesson.gates().get(gate)).state().get();
    }

    private String said(int gate) {
        return model.gate(lesson.gates().get(gate)).said().get();
    }

    @Test
    void aNumberIsHeldAgainstTheEngine() {
        model.answer(question(0), "many");
        assertThat(state(0)).isEqualTo(State.WRONG);
        model.answer(question(0), "33");
        assertThat(state(0)).isEqualTo(State.WRONG);
        assertThat(model.isPassed(lesson.steps().getFirst())).isFalse();
        model.answer(question(0), "34");
        assertThat(state(0)).isEqualTo(State.RIGHT);
        assertThat(said(0)).contains("34");
        assertThat(model.done().get()).isEqualTo(1);
    }

    @Test
    void whoGivesUpIsShownTheAnswer() {
        model.answer(question(1), "2");
        assertThat(state(1)).isEqualTo(State.WRONG);
        assertThat(said(1)).isEqualTo("no");
        model.show(question(1));
        assertThat(state(1)).isEqualTo(State.SHOWN);
        assertThat(said(1)).contains("this");
    }

    @Test
    void aPredictionIsJudgedOnceItsRunIsOver() throws InputException {
        model.answer(question(2), "50");
        assertThat(state(2)).isEqualTo(State.PREDICTED);
        Part.Run run = (Part.Run) lesson.gates().get(3);
        model.begun(run);
        assertThat(state(3)).isEqualTo(State.RUNNING);
        model.ended(run, record(run));
        assertThat(state(3)).isEqualTo(State.DONE);
        assertThat(state(2)).isEqualTo(State.RIGHT);
        assertThat(said(2)).contains("%");
        assertThat(model.isPassed(lesson.steps().get(1))).isTrue();
    }

    private RunRecord record(Part.Run run) throws InputException {
        return new ExperimentRunner(new VectorBackend(), 1)
                .run(workings.experiment(run), workings.graph(run), new RunControl(), _ -> {});
    }

    @Test
    void anotherWindowGoesOnWithWhatIsAnsweredAndRun() throws InputException {
        model.answer(question(0), "34");
        model.answer(question(1), "1");
        model.answer(question(2), "50");
        Part.Run run = (Part.Run) lesson.gates().get(3);
        model.ended(run, record(run));
        model.step().set(0);
        Lesson other =
                LessonReader.parse(TEXT.replace("+ this", "+ dieses")).lesson().orElseThrow();
        Workings values =
                new Workings(other, Path.of("sample-graphs", "karate.experiment.json"), 1);
        LessonViewModel next = new LessonViewModel(Runnable::run, Runnable::run);
        List<List<Answer>> keeping = new ArrayList<>();
        next.takeOver(model, other, values, keeping::add);
        assertThat(next.lesson().get()).isSameAs(other);
        assertThat(next.step().get()).isZero();
        assertThat(next.answers()).isEqualTo(model.answers());
        assertThat(next.gate(question(1)).said().get()).contains("dieses");
        assertThat(next.gate(run).said().get()).isEqualTo(said(3));
        assertThat(values.isDone(run)).isTrue();
        next.hint(question(0));
        assertThat(keeping).hasSize(1);
    }

    @Test
    void aRunThatCameToNothingCanBeMadeAgain() {
        Part.Run run = (Part.Run) lesson.gates().get(3);
        model.begun(run);
        model.failed(run, "stopped");
        assertThat(state(3)).isEqualTo(State.FAILED);
        assertThat(said(3)).isEqualTo("stopped");
        model.begun(run);
        assertThat(state(3)).isEqualTo(State.RUNNING);
    }

    @Test
    void answersAreKeptAndTakenUpAgain() throws IOException {
        model.hint(question(0));
        model.answer(question(0), "33");
        model.answer(question(0), "34");
        model.answer(question(1), "1");
        Path file = folder.resolve("lessons").resolve("a.csv");
        AnswerSheet.write(file, kept);
        List<Answer> read = AnswerSheet.read(file);
        assertThat(read).isEqualTo(kept);
        assertThat(read.getFirst())
                .isEqualTo(new Answer("1.1", "How many?", "34", "RIGHT", "34", 2, true));
        LessonViewModel again = new LessonViewModel(Runnable::run, Runnable::run);
        again.open(lesson, workings, read, _ -> {});
        assertThat(again.done().get()).isEqualTo(2);
        assertThat(again.step().get()).isEqualTo(1);
        assertThat(again.gate(lesson.gates().getFirst()).reply()).isEqualTo("34");
        again.startOver();
        assertThat(again.done().get()).isZero();
        assertThat(again.step().get()).isZero();
    }

    @Test
    void answersThatAreNoTableAreNone() throws IOException {
        Path file = folder.resolve("a.csv");
        java.nio.file.Files.writeString(file, "step,\"question\nx");
        assertThat(AnswerSheet.read(file)).isEmpty();
        assertThat(AnswerSheet.read(folder.resolve("none.csv"))).isEmpty();
    }
}
