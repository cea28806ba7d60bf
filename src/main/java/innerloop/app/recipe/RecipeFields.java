package innerloop.app.recipe;

import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import innerloop.episode.Task;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.graph.FeatureRecipe;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Reptile;
import innerloop.nn.Activation;
import innerloop.nn.Encoder;
import innerloop.nn.Gat;
import innerloop.nn.Gcn;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What can be edited and how: every field and choice of the recipe by its key in the experiment's
/// file.
final class RecipeFields {

    private final WorkbenchDocument document;
    private final Map<String, FieldViewModel<?>> fields = new LinkedHashMap<>();
    private final Map<String, ChoiceViewModel<?>> choices = new LinkedHashMap<>();

    RecipeFields(WorkbenchDocument document) {
        this.document = document;
        field(
                "name",
                Experiment::name,
                Experiment::withName,
                FieldParser::name,
                Function.identity());
        graphAndTask();
        encoder();
        learner();
        budget();
        field("seed", Experiment::seed, Experiment::withSeed, FieldParser::seed, String::valueOf);
    }

    Map<String, FieldViewModel<?>> fields() {
        return fields;
    }

    Map<String, ChoiceViewModel<?>> choices() {
        return choices;
    }

    private void graphAndTask() {
        choice(
                "features.kind",
                FeatureRecipe.Kind.values(),
                e -> e.features().kind(),
                (e, kind) -> e.withFeatures(new FeatureRecipe(kind, e.features().normalize())));
        choice(
                "features.normalize",
                FeatureRecipe.Normalize.values(),
                e -> e.features().normalize(),
                (e, how) -> e.withFeatures(new FeatureRecipe(e.features().kind(), how)));
        integer(
                "task.ways",
                2,
                e -> e.task().ways(),
                (e, ways) -> e.withTask(new Task(ways, e.task().shots(), e.task().queries())));
        integer(
                "task.shots",
                1,
                e -> e.task().shots(),
                (e, shots) -> e.withTask(new Task(e.task().ways(), shots, e.task().queries())));
        integer(
                "task.queries",
                1,
                e -> e.task().queries(),
                (e, queries) -> e.withTask(new Task(e.task().ways(), e.task().shots(), queries)));
    }

    private void encoder() {
        choice(
                "encoder.kind",
                EncoderKind.values(),
                e -> EncoderKind.of(e.encoder()),
                (e, kind) -> e.withEncoder(kind.from(e.encoder())));
        field(
                "encoder.hidden",
                e -> e.encoder().hidden(),
                (e, sizes) -> e.withEncoder(with(e.encoder(), sizes, e.encoder().activation())),
                FieldParser::sizes,
                sizes -> sizes.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        choice(
                "encoder.activation",
                Activation.values(),
                e -> e.encoder().activation(),
                (e, activation) ->
                        e.withEncoder(with(e.encoder(), e.encoder().hidden(), activation)));
        integer(
                "encoder.heads",
                1,
                e -> e.encoder() instanceof Gat gat ? gat.heads() : null,
                (e, heads) ->
                        e.encoder() instanceof Gat gat
                                ? e.withEncoder(
                                        new Gat(
                                                gat.hidden(),
                                                gat.activation(),
                                                heads,
                                                gat.negativeSlope()))
                                : e);
        field(
                "encoder.negativeSlope",
                e -> e.encoder() instanceof Gat gat ? gat.negativeSlope() : null,
                (e, slope) ->
                        e.encoder() instanceof Gat gat
                                ? e.withEncoder(
                                        new Gat(gat.hidden(), gat.activation(), gat.heads(), slope))
                                : e,
                FieldParser::slope,
                RecipeFields::plain);
    }

    private static Encoder with(Encoder encoder, List<Integer> hidden, Activation activation) {
        return switch (encoder) {
            case Gcn _ -> new Gcn(hidden, activation);
            case Gat gat -> new Gat(hidden, activation, gat.heads(), gat.negativeSlope());
        };
    }

    private void learner() {
        choice(
                "learner.kind",
                LearnerKind.values(),
                e -> LearnerKind.of(e.learner()),
                (e, kind) -> e.withLearner(kind.from(e.learner())));
        integer(
                "learner.innerSteps",
                1,
                e -> e.learner().innerSteps(),
                (e, steps) ->
                        e.withLearner(
                                with(
                                        e.learner(),
                                        steps,
                                        e.learner().innerRate(),
                                        e.learner().tasksPerStep())));
        rate(
                "learner.innerRate",
                e -> e.learner().innerRate(),
                (e, rate) ->
                        e.withLearner(
                                with(
                                        e.learner(),
                                        e.learner().innerSteps(),
                                        rate,
                                        e.learner().tasksPerStep())));
        rate(
                "learner.outerRate",
                e -> e.learner() instanceof Maml maml ? maml.outerRate() : null,
                (e, rate) ->
                        e.learner() instanceof Maml m
                                ? e.withLearner(
                                        new Maml(
                                                m.order(),
                                                m.innerSteps(),
                                                m.innerRate(),
                                                rate,
                                                m.tasksPerStep()))
                                : e);
        field(
                "learner.epsilon",
                e -> e.learner() instanceof Reptile reptile ? reptile.epsilon() : null,
                (e, epsilon) ->
                        e.learner() instanceof Reptile r
                                ? e.withLearner(
                                        new Reptile(
                                                r.innerSteps(),
                                                r.innerRate(),
                                                epsilon,
                                                r.anneal(),
                                                r.tasksPerStep()))
                                : e,
                FieldParser::fraction,
                RecipeFields::plain);
        choice(
                "learner.anneal",
                new Boolean[] {true, false},
                e -> e.learner() instanceof Reptile reptile ? reptile.anneal() : null,
                (e, anneal) ->
                        e.learner() instanceof Reptile r
                                ? e.withLearner(
                                        new Reptile(
                                                r.innerSteps(),
                                                r.innerRate(),
                                                r.epsilon(),
                                                anneal,
                                                r.tasksPerStep()))
                                : e);
        integer(
                "learner.tasksPerStep",
                1,
                e -> e.learner().tasksPerStep(),
                (e, tasks) ->
                        e.withLearner(
                                with(
                                        e.learner(),
                                        e.learner().innerSteps(),
                                        e.learner().innerRate(),
                                        tasks)));
    }

    private static MetaLearner with(MetaLearner learner, int steps, double rate, int tasks) {
        return switch (learner) {
            case Maml maml -> new Maml(maml.order(), steps, rate, maml.outerRate(), tasks);
            case Reptile reptile ->
                    new Reptile(steps, rate, reptile.epsilon(), reptile.anneal(), tasks);
        };
    }

    private void budget() {
        integer(
                "budget.steps",
                1,
                e -> e.budget().steps(),
                (e, steps) ->
                        e.withBudget(
                                new Budget(
                                        steps,
                                        e.budget().evaluateEvery(),
                                        e.budget().testTasks())));
        integer(
                "budget.evaluateEvery",
                1,
                e -> e.budget().evaluateEvery(),
                (e, every) ->
                        e.withBudget(
                                new Budget(e.budget().steps(), every, e.budget().testTasks())));
        integer(
                "budget.testTasks",
                2,
                e -> e.budget().testTasks(),
                (e, tasks) ->
                        e.withBudget(
                                new Budget(e.budget().steps(), e.budget().evaluateEvery(), tasks)));
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
        field(where, get, set, FieldParser::positive, RecipeFields::plain);
    }

    private <T> void field(
            String where,
            Function<Experiment, @Nullable T> get,
            BiFunction<Experiment, T, Experiment> set,
            Function<String, FieldParser<T>> parser,
            Function<T, String> format) {
        FieldParser<T> parse = parser.apply(FieldSpec.label(where));
        fields.put(
                where,
                new FieldViewModel<>(document, new FieldSpec<>(where, get, set, parse, format)));
    }

    private <T> void choice(
            String where,
            T[] options,
            Function<Experiment, @Nullable T> get,
            BiFunction<Experiment, T, Experiment> set) {
        Function<T, String> name = option -> Messages.get("option." + where + "." + option);
        choices.put(
                where, new ChoiceViewModel<>(document, where, List.of(options), name, get, set));
    }

    /// 0.5 and not 5.0E-1; 0.00001 and not 1.0E-5.
    private static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
}
