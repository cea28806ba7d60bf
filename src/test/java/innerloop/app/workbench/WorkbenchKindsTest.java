package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.Learners;
import innerloop.app.Messages;
import innerloop.app.WithWindow;
import innerloop.app.curves.CurvesView;
import innerloop.app.recipe.KindFields;
import innerloop.app.run.RunStatusModel.State;
import innerloop.experiment.kinds.Kind;
import innerloop.experiment.kinds.Kinds;
import innerloop.experiment.kinds.Section;
import innerloop.meta.HeadStart;
import innerloop.meta.MetaLearner;
import innerloop.nn.Encoder;
import innerloop.training.RunRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every encoder and every learner, chosen and run by a person.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchKindsTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openASample() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.openSample("karate");
        robot.type("field-budget-steps", "2");
        robot.type("field-budget-testTasks", "4");
        // Sums over neighbours are large.
        robot.type("field-learner-innerRate", "0.01");
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private <T> void choose(Section<T> section, Kind<T> kind) {
        String where = section.kindPath();
        robot.choose(
                "field-" + where.replace('.', '-'),
                Messages.get("option." + where + "." + kind.word()));
        assertThat(section.kind(robot.experiment())).isEqualTo(kind);
    }

    private void chooseLearner(String word) {
        choose(Kinds.LEARNER, Kinds.LEARNER.kind(word));
    }

    private void unfold(String card) {
        robot.click("more-" + card);
        robot.await(card + " is unfolded", () -> robot.shows("more-rows-" + card));
    }

    private Set<String> fields(String card) {
        Set<String> shown = robot.shown("field-" + card);
        shown.remove("field-" + card + "-kind");
        return shown;
    }

    private static Set<String> ids(Set<String> keys) {
        return keys.stream()
                .map(key -> "field-" + key.replace('.', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Runs to the end and gives what is said about it.
    private RunRecord run() {
        robot.press(KeyCode.CONTROL, KeyCode.ENTER);
        robot.await("it has ended", () -> robot.state() == State.FINISHED);
        robot.await("all of it is shown", () -> !robot.workbench().runModel().isLive());
        assertThat(robot.notices()).singleElement().asString().startsWith("Run over: ");
        return Objects.requireNonNull(robot.see(() -> robot.workbench().runModel().record().get()));
    }

    /// All that stands in the charts, the newest numbers too.
    private String curves() {
        return robot.see(() -> ((CurvesView) robot.find("curves").orElseThrow()).svg())
                .replaceAll("<[^>]+>", " ")
                .replaceAll("[\\s\\u00a0]+", " ");
    }

    private static String curveSays(Kind<MetaLearner> kind) {
        return switch (kind.word()) {
            case "prototypical" -> "by nearest class mean";
            case "ridge" -> "by ridge regression";
            case "pretrain" -> "batches of base nodes";
            case "fine-tune" -> "Fine-tuning does not train";
            default -> "before adaptation after the inner loop";
        };
    }

    @Test
    void everyEncoderShowsItsFieldsAndRuns() {
        unfold("encoder");
        for (Kind<Encoder> kind : Kinds.ENCODER.kinds()) {
            choose(Kinds.ENCODER, kind);
            assertThat(fields("encoder")).isEqualTo(ids(KindFields.of(Kinds.ENCODER, kind)));
            RunRecord record = run();
            assertThat(Kinds.of(record.experiment().encoder())).isEqualTo(kind);
            assertThat(record.steps()).isEqualTo(2);
            assertThat(robot.shows("error-encoder-hidden")).isFalse();
        }
    }

    @Test
    void everyLearnerShowsItsFieldsAndRunsAndSaysWhatItsNumbersAre() {
        unfold("learner");
        for (Kind<MetaLearner> kind : Learners.ofEpisodes()) {
            choose(Kinds.LEARNER, kind);
            boolean trains = kind.defaults().get().trains();
            assertThat(fields("learner")).isEqualTo(ids(KindFields.of(Kinds.LEARNER, kind)));
            RunRecord record = run();
            assertThat(record.steps()).as("%s", kind).isEqualTo(trains ? 2 : 0);
            robot.await(
                    "the curves of this run are drawn",
                    () -> curves().contains(curveSays(kind)) && curves().contains("floor 0."));
            robot.frames(2);
            String said = curves();
            for (Kind<MetaLearner> other : Learners.ofEpisodes()) {
                boolean same = curveSays(other).equals(curveSays(kind));
                assertThat(said.contains(curveSays(other)))
                        .as("%s in the curves of %s: %s", curveSays(other), kind, said)
                        .isEqualTo(same);
            }
            assertThat(said).contains("label propagation 0.", "floor 0.");
            robot.click("result-unfold");
            assertThat(robot.text("result-details"))
                    .contains("label propagation ", "guessing 50.0")
                    .satisfies(text -> assertThat(text.contains("zero steps")).isEqualTo(trains));
        }
    }

    @Test
    void fineTuningNeedsNoStepsAndStepRunsItToTheEnd() {
        chooseLearner("fine-tune");
        assertThat(robot.shows("field-budget-steps")).isFalse();
        assertThat(robot.shown("findings-budget")).isNotEmpty();
        robot.click("button-run-step");
        robot.await("it has ended", () -> robot.state() == State.FINISHED);
        assertThat(robot.shows("run-progress")).isFalse();
        robot.see(() -> {
            robot.workbench().graphView().selectedProperty().set(0);
            return true;
        });
        robot.press(KeyCode.CONTROL, KeyCode.I);
        robot.await("a prediction is there", () -> !robot.text("node-prediction").isEmpty());
        assertThat(robot.text("node-prediction")).contains("from the untrained θ");
    }

    @Test
    void moreUnfoldsWithTheKeyboardAndSaysFoldedWhatIsChanged() {
        robot.focus("field-encoder-hidden");
        for (int tab = 0; tab < 8 && !robot.focused().equals("more-encoder"); tab++) {
            robot.press(KeyCode.TAB);
        }
        assertThat(robot.focused()).isEqualTo("more-encoder");
        assertThat(robot.shows("field-encoder-dropout")).isFalse();
        robot.press(KeyCode.SPACE);
        robot.await("unfolded", () -> robot.shows("field-encoder-dropout"));
        robot.press(KeyCode.TAB);
        assertThat(robot.focused()).isEqualTo("field-encoder-dropout");
        robot.press(KeyCode.CONTROL, KeyCode.A);
        robot.write("2");
        assertThat(robot.text("error-encoder-dropout")).contains("below 1");
        robot.click("more-encoder");
        assertThat(robot.shows("error-encoder-dropout")).as("errors stay in sight").isTrue();
        robot.type("field-encoder-dropout", "0.5");
        robot.click("more-encoder");
        robot.await("folded", () -> !robot.shows("field-encoder-dropout"));
        assertThat(robot.text("more-encoder")).isEqualTo("More · 1 changed");
    }

    @Test
    void aRefusedChoiceIsNotOfferedAndTheDropDownTellsTheTruth() {
        chooseLearner("pretrain");
        assertThat(options()).containsExactly(HeadStart.ZERO, HeadStart.PROTOTYPES);
        robot.see(() -> {
            head().setValue(HeadStart.LEARNED);
            return true;
        });
        robot.await("it is back", () -> head().getValue() == HeadStart.ZERO);
        assertThat(robot.text("note-learner-head")).contains("the base classes");
        robot.choose("field-learner-head", "at class means");
        assertThat(robot.shows("note-learner-head")).isFalse();
        robot.press(KeyCode.CONTROL, KeyCode.Z);
        robot.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(options()).containsExactly(HeadStart.values());
        assertThat(robot.see(() -> head().getValue())).isEqualTo(HeadStart.ZERO);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<HeadStart> head() {
        return (ComboBox<HeadStart>) robot.find("field-learner-head").orElseThrow();
    }

    private List<HeadStart> options() {
        return robot.see(() -> List.copyOf(head().getItems()));
    }
}
