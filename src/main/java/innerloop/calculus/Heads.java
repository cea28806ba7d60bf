package innerloop.calculus;

import innerloop.episode.Episode;
import innerloop.episode.Examples;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.math.Matrix;
import innerloop.meta.EpisodeProblem;
import innerloop.nn.Answers;
import innerloop.nn.Block;
import innerloop.nn.Objective;
import innerloop.nn.Parameters;
import innerloop.nn.RidgeHead;
import innerloop.nn.Standard;
import innerloop.training.ExperimentSetup;
import innerloop.training.Subject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// Makes the head that the objective of an experiment stands for, with the right answer to one example.
///
/// @param setup the experiment on its graph
/// @param subject the episode
/// @param number which of its phase it is; empty for one that was painted
/// @param example what is explained
record Heads(ExperimentSetup setup, Subject subject, OptionalLong number, Example example) {

    private Episode episode() {
        return subject.episode();
    }

    private Objective objective() {
        return setup.plan().network().objective();
    }

    /// The classes of the episode in its order; none where its answers are no classes.
    int[] classes() {
        return switch (episode().query().answers()) {
            case Answers.Slots slots -> slots.classes();
            case Answers.Numbers _, Answers.Edges _ -> new int[0];
        };
    }

    /// The column of the example's class; −1 if the episode does not have it.
    int slot() {
        int label = setup.graph().labels()[example.focus()];
        int[] classes = classes();
        return IntStream.range(0, classes.length)
                .filter(s -> classes[s] == label)
                .findFirst()
                .orElse(-1);
    }

    /// The examples whose rows the objective reads, the explained one last.
    List<Targets> examples() {
        return readsSupport()
                ? List.of(support().targets(), example.targets())
                : List.of(example.targets());
    }

    private boolean readsSupport() {
        return objective().passes().size() > 1;
    }

    private Examples support() {
        return episode().support().orElseThrow();
    }

    /// The right number of the example in its own unit; NaN if nothing is known of it.
    double truth() {
        int queried = example.place(episode().query().targets());
        if (queried >= 0) {
            return Answers.Numbers.of(episode().query().answers()).value()[queried];
        }
        int known = episode().support().map(each -> example.place(each.targets())).orElse(-1);
        if (known >= 0) {
            return Answers.Numbers.of(support().answers()).value()[known];
        }
        if (number.isEmpty()) {
            return Double.NaN;
        }
        double[] all = setup.truth(subject.phase(), number.getAsLong());
        return all.length == 0 ? Double.NaN : all[example.focus()];
    }

    /// Whether an edge joins the pair.
    boolean joined() {
        int[] ends = example.targets().nodesOf(0);
        return setup.graph().joined(ends[0], ends[1]);
    }

    /// Whether the example has a loss.
    boolean hasLoss() {
        return switch (example.targets()) {
            case Targets.Pairs _ -> true;
            case Targets.Nodes _, Targets.Members _ ->
                    switch (episode().query().answers()) {
                        case Answers.Slots _ -> slot() >= 0;
                        case Answers.Numbers _ -> !Double.isNaN(truth());
                        case Answers.Edges _ -> false;
                    };
        };
    }

    /// The head.
    ///
    /// @param rows what the pass calls the rows of the examples
    /// @param symbol what formulas call the row of the example
    /// @param theta the adapted parameters
    HeadSteps steps(
            Field field,
            String rows,
            String symbol,
            Parameters theta,
            EpisodeProblem problem,
            Block asked) {
        Arithmetic arithmetic = new Arithmetic(setup.backend());
        int layer = field.depth();
        return switch (objective()) {
            case Objective.CrossEntropy _, Objective.ClassCrossEntropy _ ->
                    new ClassSteps(rows, scoring(arithmetic, layer, symbol));
            case Objective.SquaredError _ ->
                    new NumberSteps(layer, rows, symbol, truth(), standard());
            case Objective.BinaryCrossEntropy _ -> new LinkSteps(layer, rows, joined());
            case Objective.Prototypes(Objective.Distance distance, _) ->
                    new PrototypeSteps(
                            supportRows(field, rows), distance, scoring(arithmetic, layer, "s"));
            case RidgeHead head ->
                    new RidgeSteps(
                            supportRows(field, rows),
                            head,
                            theta,
                            known(head, problem, asked),
                            scoring(arithmetic, layer, "s"));
            case Objective.Reconstruction _, Objective.Elbo _, Objective.Along _ ->
                    throw new IllegalStateException("no loss of a single example");
        };
    }

    private Scoring scoring(Arithmetic arithmetic, int layer, String symbol) {
        List<String> names =
                Arrays.stream(classes()).mapToObj(setup.graph().classes()::get).toList();
        return new Scoring(arithmetic, layer, Axis.of(names), slot(), symbol);
    }

    private Standard standard() {
        return Answers.Numbers.of(episode().query().answers()).standard();
    }

    private SupportRows supportRows(Field field, String rows) {
        Answers.Slots slots = Answers.Slots.of(support().answers());
        AttributedGraph graph = setup.graph();
        Axis names =
                switch (support().targets()) {
                    case Targets.Nodes(int[] nodes) -> field.names(nodes);
                    case Targets.Members members ->
                            new Axis(
                                    Arrays.stream(members.graphs())
                                            .mapToObj(each -> "graph " + each)
                                            .toList(),
                                    Arrays.stream(members.nodesOf())
                                            .map(nodes -> Arrays.stream(nodes).boxed().toList())
                                            .toList());
                    case Targets.Pairs pairs -> Axis.counted(pairs.size());
                };
        List<String> classes =
                Arrays.stream(slots.classes()).mapToObj(graph.classes()::get).toList();
        return new SupportRows(rows, slots.slot(), names, Axis.of(classes));
    }

    private static Map<String, RidgeSteps.Known> known(
            RidgeHead head, EpisodeProblem problem, Block asked) {
        Map<String, RidgeSteps.Known> known = new LinkedHashMap<>();
        for (String kernel : head.others().keySet()) {
            Matrix among = problem.support().inputs().get(Block.kernel(kernel));
            Matrix across = asked.inputs().get(Block.kernel(kernel));
            known.put(
                    kernel,
                    new RidgeSteps.Known(
                            Objects.requireNonNull(among), Objects.requireNonNull(across)));
        }
        return known;
    }
}
