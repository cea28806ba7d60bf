package innerloop.app.recipe;

import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import innerloop.episode.Task;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Reptile;
import innerloop.nn.Activation;
import innerloop.nn.Encoder;
import innerloop.nn.Gat;
import innerloop.nn.Gcn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// All fields of the recipe, and the findings at the place they are about.
public final class RecipeViewModel {

    private final WorkbenchDocument document;
    private final RecipeCheck check;
    private final Map<String, FieldViewModel<?>> fields = new LinkedHashMap<>();
    private final Map<String, ChoiceViewModel<?>> choices = new LinkedHashMap<>();
    private final SplitViewModel split;
    private final ReadOnlyObjectWrapper<List<RecipeFinding>> findings =
            new ReadOnlyObjectWrapper<>(this, "findings", List.of());
    private final ReadOnlyStringWrapper graphLine = new ReadOnlyStringWrapper(this, "graphLine", "");
    private final ReadOnlyStringWrapper graphSize = new ReadOnlyStringWrapper(this, "graphSize", "");

    public RecipeViewModel(WorkbenchDocument document, RecipeCheck check) {
        this.document = document;
        this.check = check;
        split = new SplitViewModel(document);
        field("name", Experiment::name, Experiment::withName, FieldParser::name, Function.identity());
        graphAndTask();
        encoder();
        learner();
        budget();
        field("seed", Experiment::seed, Experiment::withSeed, FieldParser::seed, String::valueOf);
        document.graph().addListener((_, _, _) -> refresh());
        document.experiment().subscribe(_ -> refresh());
    }

    private void graphAndTask() {
        choice("features.kind", FeatureRecipe.Kind.values(), e -> e.features().kind(), (e, kind) ->
                e.withFeatures(new FeatureRecipe(kind, e.features().normalize())));
        choice("features.normalize", FeatureRecipe.Normalize.values(), e -> e.features().normalize(), (e, how) ->
                e.withFeatures(new FeatureRecipe(e.features().kind(), how)));
        integer("task.ways", 2, e -> e.task().ways(), (e, ways) ->
                e.withTask(new Task(ways, e.task().shots(), e.task().queries())));
        integer("task.shots", 1, e -> e.task().shots(), (e, shots) ->
                e.withTask(new Task(e.task().ways(), shots, e.task().queries())));
        integer("task.queries", 1, e -> e.task().queries(), (e, queries) ->
                e.withTask(new Task(e.task().ways(), e.task().shots(), queries)));
    }

    private void encoder() {
        choice("encoder.kind", EncoderKind.values(), e -> EncoderKind.of(e.encoder()), (e, kind) ->
                e.withEncoder(kind.from(e.encoder())));
        field(
                "encoder.hidden",
                e -> e.encoder().hidden(),
                (e, sizes) -> e.withEncoder(with(e.encoder(), sizes, e.encoder().activation())),
                FieldParser::sizes,
                sizes -> sizes.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        choice("encoder.activation", Activation.values(), e -> e.encoder().activation(), (e, activation) ->
                e.withEncoder(with(e.encoder(), e.encoder().hidden(), activation)));
        integer("encoder.heads", 1, e -> e.encoder() instanceof Gat gat ? gat.heads() : null, (e, heads) ->
                e.encoder() instanceof Gat gat
                        ? e.withEncoder(new Gat(gat.hidden(), gat.activation(), heads, gat.negativeSlope()))
                        : e);
        field(
                "encoder.negativeSlope",
                e -> e.encoder() instanceof Gat gat ? gat.negativeSlope() : null,
                (e, slope) -> e.encoder() instanceof Gat gat
                        ? e.withEncoder(new Gat(gat.hidden(), gat.activation(), gat.heads(), slope))
                        : e,
                FieldParser::slope,
                RecipeViewModel::plain);
    }

    private static Encoder with(Encoder encoder, List<Integer> hidden, Activation activation) {
        return switch (encoder) {
            case Gcn _ -> new Gcn(hidden, activation);
            case Gat gat -> new Gat(hidden, activation, gat.heads(), gat.negativeSlope());
        };
    }

    private void learner() {
        choice("learner.kind", LearnerKind.values(), e -> LearnerKind.of(e.learner()), (e, kind) ->
                e.withLearner(kind.from(e.learner())));
        integer("learner.innerSteps", 1, e -> e.learner().innerSteps(), (e, steps) ->
                e.withLearner(with(e.learner(), steps, e.learner().innerRate(), e.learner().tasksPerStep())));
        rate("learner.innerRate", e -> e.learner().innerRate(), (e, rate) ->
                e.withLearner(with(e.learner(), e.learner().innerSteps(), rate, e.learner().tasksPerStep())));
        rate("learner.outerRate", e -> e.learner() instanceof Maml maml ? maml.outerRate() : null, (e, rate) ->
                e.learner() instanceof Maml m
                        ? e.withLearner(new Maml(m.order(), m.innerSteps(), m.innerRate(), rate, m.tasksPerStep()))
                        : e);
        field(
                "learner.epsilon",
                e -> e.learner() instanceof Reptile reptile ? reptile.epsilon() : null,
                (e, epsilon) -> e.learner() instanceof Reptile r
                        ? e.withLearner(
                                new Reptile(r.innerSteps(), r.innerRate(), epsilon, r.anneal(), r.tasksPerStep()))
                        : e,
                FieldParser::fraction,
                RecipeViewModel::plain);
        choice(
                "learner.anneal",
                new Boolean[] {true, false},
                e -> e.learner() instanceof Reptile reptile ? reptile.anneal() : null,
                (e, anneal) -> e.learner() instanceof Reptile r
                        ? e.withLearner(
                                new Reptile(r.innerSteps(), r.innerRate(), r.epsilon(), anneal, r.tasksPerStep()))
                        : e);
        integer("learner.tasksPerStep", 1, e -> e.learner().tasksPerStep(), (e, tasks) ->
                e.withLearner(with(e.learner(), e.learner().innerSteps(), e.learner().innerRate(), tasks)));
    }

    private static MetaLearner with(MetaLearner learner, int steps, double rate, int tasks) {
        return switch (learner) {
            case Maml maml -> new Maml(maml.order(), steps, rate, maml.outerRate(), tasks);
            case Reptile reptile -> new Reptile(steps, rate, reptile.epsilon(), reptile.anneal(), tasks);
        };
    }

    private void budget() {
        integer("budget.steps", 1, e -> e.budget().steps(), (e, steps) ->
                e.withBudget(new Budget(steps, e.budget().evaluateEvery(), e.budget().testTasks())));
        integer("budget.evaluateEvery", 1, e -> e.budget().evaluateEvery(), (e, every) ->
                e.withBudget(new Budget(e.budget().steps(), every, e.budget().testTasks())));
        integer("budget.testTasks", 2, e -> e.budget().testTasks(), (e, tasks) ->
                e.withBudget(new Budget(e.budget().steps(), e.budget().evaluateEvery(), tasks)));
    }

    private void integer(
            String where,
            int least,
            Function<Experiment, @Nullable Integer> get,
            BiFunction<Experiment, Integer, Experiment> set) {
        field(where, get, set, label -> FieldParser.integer(label, least), String::valueOf);
    }

    private void rate(
            String where,
            Function<Experiment, @Nullable Double> get,
            BiFunction<Experiment, Double, Experiment> set) {
        field(where, get, set, FieldParser::positive, RecipeViewModel::plain);
    }

    private <T> void field(
            String where,
            Function<Experiment, @Nullable T> get,
            BiFunction<Experiment, T, Experiment> set,
            Function<String, FieldParser<T>> parser,
            Function<T, String> format) {
        FieldParser<T> parse = parser.apply(FieldSpec.label(where));
        fields.put(where, new FieldViewModel<>(document, new FieldSpec<>(where, get, set, parse, format)));
    }

    private <T> void choice(
            String where,
            T[] options,
            Function<Experiment, @Nullable T> get,
            BiFunction<Experiment, T, Experiment> set) {
        Function<T, String> name = option -> Messages.get("option." + where + "." + option);
        choices.put(where, new ChoiceViewModel<>(document, where, List.of(options), name, get, set));
    }

    /// 0.5 and not 5.0E-1; 0.00001 and not 1.0E-5.
    private static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    private void refresh() {
        Experiment experiment = document.experiment().get();
        AttributedGraph graph = document.graph().get();
        graphSize.set(graph == null ? "" : Messages.get("recipe.graph.size", graph.nodes(), graph.edges()));
        graphLine.set(
                graph == null
                        ? Messages.get("recipe.graph.none")
                        : Messages.get(
                                "recipe.graph.line",
                                graph.name(),
                                graph.classes().size(),
                                graph.features().columns()));
        List<RecipeFinding> found = check.check(experiment, graph);
        fields.forEach((where, field) -> field.note().set(lineAt(where, found)));
        choices.forEach((where, choice) -> choice.note().set(lineAt(where, found)));
        findings.set(List.copyOf(found));
    }

    private static String lineAt(String where, List<RecipeFinding> found) {
        return found.stream()
                .filter(finding -> finding.where().equals(where))
                .map(RecipeFinding::line)
                .collect(Collectors.joining("\n"));
    }

    /// Findings about a card (`split`, `encoder`, …) that no field of it shows.
    public List<RecipeFinding> findingsOfCard(String... prefixes) {
        List<RecipeFinding> mine = new ArrayList<>();
        for (RecipeFinding finding : findings.get()) {
            boolean shown = fields.containsKey(finding.where()) || choices.containsKey(finding.where());
            for (String prefix : prefixes) {
                if (!shown && (finding.where().equals(prefix) || finding.where().startsWith(prefix + "."))) {
                    mine.add(finding);
                }
            }
        }
        return mine;
    }

    /// The field at this key.
    public FieldViewModel<?> field(String where) {
        return known(fields.get(where), where);
    }

    /// The choice at this key.
    public ChoiceViewModel<?> choice(String where) {
        return known(choices.get(where), where);
    }

    private static <V> V known(@Nullable V value, String where) {
        if (value == null) {
            throw new IllegalArgumentException("no field at " + where);
        }
        return value;
    }

    /// The split.
    public SplitViewModel split() {
        return split;
    }

    /// Everything found about the experiment as it is.
    public ReadOnlyObjectProperty<List<RecipeFinding>> findings() {
        return findings.getReadOnlyProperty();
    }

    /// The graph's name, classes and features in a line.
    public ReadOnlyStringProperty graphLine() {
        return graphLine.getReadOnlyProperty();
    }

    /// The graph's nodes and edges; empty while there is none.
    public ReadOnlyStringProperty graphSize() {
        return graphSize.getReadOnlyProperty();
    }
}
