package innerloop.app.calculus;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.Main;
import innerloop.app.calculus.CalculusViewModel.Direction;
import innerloop.app.run.OuterMoment;
import innerloop.calculus.Check;
import innerloop.calculus.Explanation;
import innerloop.calculus.LossSlice;
import innerloop.calculus.Term;
import innerloop.cli.Spoken;
import innerloop.episode.Phase;
import innerloop.experiment.Experiment;
import innerloop.experiment.GraphPaths;
import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeSet;
import innerloop.io.ExperimentJson;
import innerloop.io.ExplanationJson;
import innerloop.io.GraphReaders;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.meta.LearnerState;
import innerloop.meta.OuterState;
import innerloop.task.GraphClassification;
import innerloop.training.ExperimentSetup;
import innerloop.training.Subject;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.stream.Stream;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Which node is explained when, and which step is looked at, without a window. Work and rests wait until the test has them done.
@SuppressWarnings("NullAway.Init")
class CalculusViewModelTest {

    private static final Path KARATE =
            Path.of("sample-graphs/karate.experiment.json").toAbsolutePath();
    private static final List<String> CHANGES =
            List.of("encoder.hidden=[3]", "learner.innerSteps=5");

    private static Experiment experiment;
    private static AttributedGraph graph;
    private static ExperimentSetup setup;

    private final SimpleObjectProperty<@Nullable OuterMoment> moment = new SimpleObjectProperty<>();
    private final SimpleObjectProperty<@Nullable Subject> subject = new SimpleObjectProperty<>();
    private final SimpleIntegerProperty number = new SimpleIntegerProperty(0);
    private final SimpleObjectProperty<OptionalInt> inner =
            new SimpleObjectProperty<>(OptionalInt.empty());
    private final SimpleIntegerProperty node = new SimpleIntegerProperty(-1);
    private final SimpleObjectProperty<NodeSet> selected =
            new SimpleObjectProperty<>(NodeSet.none(34));
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final Queue<Runnable> rests = new ArrayDeque<>();
    private final CalculusViewModel model =
            new CalculusViewModel(
                    new CalculusViewModel.Shown(moment, subject, number, inner, node, selected),
                    work::add,
                    Runnable::run,
                    (_, next) -> rests.add(next));

    @BeforeAll
    static void openKarate() throws Exception {
        experiment = ExperimentJson.read(KARATE, CHANGES);
        AttributedGraph read = GraphReaders.read(GraphPaths.resolve(KARATE, experiment)).graph();
        graph = experiment.labelled(read);
        setup = ExperimentSetup.of(experiment, graph, new Nd4jBackend());
    }

    private void show(Experiment shown, Optional<OuterState> state, boolean chosen) {
        moment.set(new OuterMoment(shown, graph, state, Optional.empty(), chosen));
    }

    private static Subject subject(Phase phase, long index) {
        return new Subject(phase, setup.episode(phase, index));
    }

    private void explainQuery(Phase phase) {
        Subject watched = subject(phase, 0);
        subject.set(watched);
        node.set(watched.episode().queryNodes()[0]);
        show(experiment, Optional.empty(), false);
        model.setSeen(true);
        work.remove().run();
    }

    private String names() {
        return String.join(" ", model.steps().get().stream().map(Term::name).toList());
    }

    @Test
    void theNumbersAreThoseThatExplainPrints() {
        explainQuery(Phase.TEST);
        model.direction().set(Direction.BACKWARD);
        work.remove().run();
        assertThat(shown())
                .isEqualTo(
                        explained("--node", graph.nodeNames().ids().get(node.get()), "--backward"));
    }

    private String shown() {
        Explanation shown = model.explanation().get().orElseThrow();
        return ExplanationJson.text(shown, shown.terms(), model.slice().get()).strip();
    }

    /// What `explain --json` prints.
    private static String explained(String... options) {
        Spoken spoken =
                Spoken.by(
                        Main.commandLine(),
                        Path.of("").toAbsolutePath(),
                        Stream.concat(
                                        Stream.of(
                                                "explain",
                                                KARATE.toString(),
                                                "--json",
                                                "--set",
                                                CHANGES.get(0),
                                                "--set",
                                                CHANGES.get(1)),
                                        Stream.of(options))
                                .toArray(String[]::new));
        assertThat(spoken.code()).as(spoken.err()).isZero();
        return spoken.out().strip();
    }

    @Test
    void anEdgeIsWhatExplainPrintsAndTwoSelectedNodesAreOne() {
        explainQuery(Phase.TEST);
        model.about().set(About.EDGE);
        List<Integer> offered = model.ends().get();
        assertThat(offered)
                .isNotEmpty()
                .allMatch(other -> graph.adjacency().holds(node.get(), other));
        assertThat(model.other().get()).isEqualTo(offered.getFirst());
        work.remove().run();
        int last = offered.getLast();
        selected.set(NodeSet.of(graph.nodes(), node.get(), last));
        assertThat(model.other().get()).isEqualTo(last);
        work.remove().run();
        List<String> ids = graph.nodeNames().ids();
        assertThat(shown())
                .isEqualTo(explained("--edge", ids.get(node.get()) + "," + ids.get(last)));
        EdgeValues values = EdgeValues.of(model.steps().get().get(1)).orElseThrow();
        assertThat(values.neighbours()).containsExactly(last);
        selected.set(NodeSet.of(graph.nodes(), node.get()));
        assertThat(model.other().get()).as("the choice stays").isEqualTo(last);
        model.other().set(offered.getFirst());
        assertThat(work).as("another end is chosen").hasSize(1);
    }

    @Test
    void aParameterHasTheStepsThatUseIt() {
        explainQuery(Phase.TEST);
        assertThat(model.parts().get())
                .extracting(Part::text)
                .startsWith("All layers", "Layer 1", "Layer 2", "Parameter W¹", "Parameter b¹");
        model.part().set(new Part(2, "W²"));
        assertThat(names()).isEqualTo("W² z²");
        model.direction().set(Direction.BACKWARD);
        work.remove().run();
        assertThat(names()).startsWith("dW² ").contains("dc²ᵢⱼ");
        assertThat(model.steps().get()).allMatch(term -> term.layer() == 2);
        model.about().set(About.INNER_LOOP);
        work.remove().run();
        assertThat(model.part().get()).as("an inner loop has none").isEqualTo(Part.ALL);
    }

    @Test
    void theInnerLoopAndTheSliceOfItsLossAreThoseThatExplainPrints() {
        subject.set(subject(Phase.TEST, 0));
        show(experiment, Optional.empty(), false);
        model.about().set(About.INNER_LOOP);
        model.sliced().set(new LossSlice.Wanted(LossSlice.Loss.SUPPORT, LossSlice.Through.PATH));
        model.setSeen(true);
        assertThat(work).as("no node is needed").hasSize(1);
        work.remove().run();
        assertThat(shown())
                .isEqualTo(explained("--inner", "--slice", "support", "--through", "path"));
        assertThat(names()).isEqualTo("θ₀ θ₁ θ₂ θ₃ θ₄ θ₅");
        model.direction().set(Direction.BACKWARD);
        assertThat(work).as("both directions are known").isEmpty();
        assertThat(names()).startsWith("v₅ (∂L_query(θ₅)/∂θ₅) · v₅ / |v₅| α H(θ₄) v₅ v₄");
        model.sliced().set(new LossSlice.Wanted(LossSlice.Loss.QUERY, LossSlice.Through.PATH));
        assertThat(model.slice().get()).as("another one is being made").isEmpty();
        Explanation before = model.explanation().get().orElseThrow();
        work.remove().run();
        assertThat(model.explanation().get().orElseThrow())
                .as("what is known is not computed again")
                .isSameAs(before);
        assertThat(model.slice().get().orElseThrow().wanted().loss())
                .isEqualTo(LossSlice.Loss.QUERY);
        model.about().set(About.NODE);
        assertThat(model.refusal().get()).startsWith("Click on a node");
        assertThat(model.slice().get()).isEmpty();
    }

    @Test
    void spaceGoesForwardThenBackwardAndReturns() {
        explainQuery(Phase.TEST);
        assertThat(names()).startsWith("dⱼ cᵢⱼ xⱼ m¹ⱼ").endsWith("z² p L");
        int forward = model.steps().get().size();
        for (int k = 1; k < forward; k++) {
            model.next();
        }
        assertThat(model.at().get()).isEqualTo(forward - 1);
        model.next();
        assertThat(model.direction().get()).isEqualTo(Direction.BACKWARD);
        assertThat(model.refusal().get()).startsWith("Computing every step");
        work.remove().run();
        assertThat(model.refusal().get()).isEmpty();
        assertThat(names()).startsWith("dZ² dW²");
        assertThat(model.steps().get())
                .filteredOn(term -> term.kind() == Term.Kind.DERIVATIVE)
                .allSatisfy(term -> assertThat(term.checks()).allMatch(Check::agrees));
        model.back();
        assertThat(model.direction().get()).isEqualTo(Direction.FORWARD);
        assertThat(model.at().get()).isEqualTo(forward - 1);
        assertThat(work).as("what is forward is known").isEmpty();
        model.part().set(new Part(2, ""));
        assertThat(model.steps().get()).allMatch(term -> term.layer() == 2);
        model.back();
        assertThat(model.at().get()).isZero();
    }

    @Test
    void nothingIsComputedWhileNobodyLooksAndTheReasonIsSaid() {
        assertThat(model.refusal().get()).startsWith("Here the");
        subject.set(subject(Phase.VALIDATION, 0));
        show(experiment, Optional.empty(), false);
        node.set(3);
        assertThat(work).isEmpty();
        node.set(-1);
        model.setSeen(true);
        assertThat(model.refusal().get()).startsWith("Click on a node");
        node.set(3);
        assertThat(work).hasSize(1);
        model.setSeen(false);
        work.remove().run();
        assertThat(model.explanation().get()).isEmpty();
        model.setSeen(true);
        work.remove().run();
        assertThat(model.explanation().get()).isPresent();
        moment.set(null);
        assertThat(model.refusal().get()).startsWith("Here the");
        show(experiment, Optional.empty(), false);
        assertThat(work).as("the same is explained again").hasSize(1);
    }

    @Test
    void whatIsNotExplainedSaysWhatToDo() {
        subject.set(subject(Phase.TEST, 0));
        node.set(3);
        model.setSeen(true);
        show(experiment.withTask(GraphClassification.defaults()), Optional.empty(), false);
        work.remove().run();
        assertThat(model.refusal().get()).contains("a single graph", "open a collection");
        assertThat(model.steps().get()).isEmpty();
        node.set(4);
        assertThat(work).as("another node may be asked for").hasSize(1);
    }

    @Test
    void theNewestIsFollowedWithRestsAndInnerStepsAreSeenAtOnce() {
        explainQuery(Phase.VALIDATION);
        OuterState start = OuterState.start(setup.initial());
        rests.clear();
        show(experiment, Optional.of(OuterState.kept(start.learned(), start.start(), 1)), true);
        assertThat(work).as("a chosen moment is explained at once").hasSize(1);
        work.remove().run();
        show(experiment, Optional.of(OuterState.kept(moved(start), start.start(), 2)), false);
        assertThat(work).as("a rest is due").isEmpty();
        inner.set(OptionalInt.of(2));
        work.remove().run();
        assertThat(model.explanation().get())
                .hasValueSatisfying(shown -> assertThat(shown.adaptedTo().inner()).hasValue(2))
                .hasValueSatisfying(
                        shown -> assertThat(shown.theta()).isEqualTo("after outer step 2"));
    }

    private static LearnerState moved(OuterState start) {
        return start.learned().on(new Nd4jBackend());
    }
}
