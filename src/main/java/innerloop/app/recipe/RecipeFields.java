package innerloop.app.recipe;

import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import innerloop.episode.Task;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.graph.FeatureRecipe;
import innerloop.meta.Adaptation;
import innerloop.meta.HeadStart;
import innerloop.meta.Maml;
import innerloop.meta.MetaUpdate;
import innerloop.meta.Pretrain;
import innerloop.meta.Prototypical;
import innerloop.meta.Reptile;
import innerloop.nn.Activation;
import innerloop.nn.Gat;
import innerloop.nn.Gin;
import innerloop.nn.Layers;
import innerloop.nn.Objective.Distance;
import innerloop.nn.Sage;
import innerloop.nn.Sgc;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What can be edited and how: every field and choice of the recipe by its key in the experiment's file. A field is
/// there only while the experiment has the part it belongs to.
final class RecipeFields {

    private static final Part<Maml> MAML = Part.learner(Maml.class);
    private static final Part<Reptile> REPTILE = Part.learner(Reptile.class);
    private static final Part<Prototypical> PROTOTYPICAL = Part.learner(Prototypical.class);
    private static final Part<Gat> GAT = Part.encoder(Gat.class);
    private static final Boolean[] YES_OR_NO = {true, false};

    private final WorkbenchDocument document;
    private final Map<String, FieldViewModel<?>> fields = new LinkedHashMap<>();
    private final Map<String, ChoiceViewModel<?>> choices = new LinkedHashMap<>();

    RecipeFields(WorkbenchDocument document) {
        this.document = document;
        field(
                "name",
                Part.WHOLE.inner(Experiment::name, Experiment::withName),
                FieldParser::name,
                Function.identity());
        graphAndTask();
        encoder();
        encoderKinds();
        adaptation();
        outerLoop();
        learnerKinds();
        budget();
        field(
                "seed",
                Part.WHOLE.inner(Experiment::seed, Experiment::withSeed),
                FieldParser::seed,
                String::valueOf);
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
                Part.FEATURES.inner(
                        FeatureRecipe::kind, (f, kind) -> new FeatureRecipe(kind, f.normalize())));
        choice(
                "features.normalize",
                FeatureRecipe.Normalize.values(),
                Part.FEATURES.inner(
                        FeatureRecipe::normalize, (f, how) -> new FeatureRecipe(f.kind(), how)));
        integer(
                "task.ways",
                2,
                Part.TASK.inner(Task::ways, (t, n) -> new Task(n, t.shots(), t.queries())));
        integer(
                "task.shots",
                1,
                Part.TASK.inner(Task::shots, (t, n) -> new Task(t.ways(), n, t.queries())));
        integer(
                "task.queries",
                1,
                Part.TASK.inner(Task::queries, (t, n) -> new Task(t.ways(), t.shots(), n)));
    }

    private void encoder() {
        choice(
                "encoder.kind",
                EncoderKind.values(),
                Part.WHOLE.inner(
                        e -> EncoderKind.of(e.encoder()),
                        (e, kind) -> e.withEncoder(kind.from(e.encoder()))));
        field(
                "encoder.hidden",
                Part.LAYERS.inner(Layers::hidden, Layers::withHidden),
                FieldParser::sizes,
                sizes -> sizes.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        choice(
                "encoder.activation",
                Activation.values(),
                Part.LAYERS.inner(Layers::activation, Layers::withActivation));
        share("encoder.dropout", Part.LAYERS.inner(Layers::dropout, Layers::withDropout));
        flag("encoder.normalize", Part.LAYERS.inner(Layers::normalize, Layers::withNormalize));
        flag("encoder.residual", Part.LAYERS.inner(Layers::residual, Layers::withResidual));
        flag("encoder.layerNorm", Part.LAYERS.inner(Layers::layerNorm, Layers::withLayerNorm));
    }

    private void encoderKinds() {
        integer(
                "encoder.heads",
                1,
                GAT.inner(
                        Gat::heads,
                        (g, n) -> new Gat(g.layers(), n, g.negativeSlope(), g.attentionDropout())));
        share(
                "encoder.negativeSlope",
                GAT.inner(
                        Gat::negativeSlope,
                        (g, x) -> new Gat(g.layers(), g.heads(), x, g.attentionDropout())));
        share(
                "encoder.attentionDropout",
                GAT.inner(
                        Gat::attentionDropout,
                        (g, x) -> new Gat(g.layers(), g.heads(), g.negativeSlope(), x)));
        choice(
                "encoder.aggregation",
                Sage.Aggregation.values(),
                Part.encoder(Sage.class)
                        .inner(Sage::aggregation, (s, how) -> new Sage(s.layers(), how)));
        flag(
                "encoder.trainEps",
                Part.encoder(Gin.class).inner(Gin::trainEps, (g, on) -> new Gin(g.layers(), on)));
        field(
                "encoder.hops",
                Part.encoder(Sgc.class).inner(Sgc::hops, (s, n) -> new Sgc(s.layers(), n)),
                label -> FieldParser.integer(label, 1, Sgc.MOST_HOPS),
                String::valueOf);
    }

    private void adaptation() {
        choice(
                "learner.kind",
                LearnerKind.values(),
                Part.WHOLE.inner(
                        e -> LearnerKind.of(e.learner()),
                        (e, kind) -> e.withLearner(kind.from(e.learner()))));
        integer(
                "learner.innerSteps",
                1,
                Part.ADAPTATION.inner(Adaptation::steps, Adaptation::withSteps));
        rate("learner.innerRate", Part.ADAPTATION.inner(Adaptation::rate, Adaptation::withRate));
        choice(
                "learner.head",
                HeadStart.values(),
                Part.ADAPTATION.inner(Adaptation::head, Adaptation::withHead));
    }

    private void outerLoop() {
        rate("learner.outerRate", Part.UPDATE.inner(MetaUpdate::rate, MetaUpdate::withRate));
        choice(
                "learner.schedule",
                MetaUpdate.Schedule.values(),
                Part.UPDATE.inner(MetaUpdate::schedule, MetaUpdate::withSchedule));
        integer(
                "learner.tasksPerStep",
                1,
                new Part<>(
                        e -> e.learner().trains() ? e.learner().tasksPerStep() : null,
                        (e, n) -> {
                            Experiment reptile =
                                    REPTILE.inner(Reptile::tasksPerStep, Reptile::withTasksPerStep)
                                            .set()
                                            .apply(e, n);
                            return Part.UPDATE
                                    .inner(MetaUpdate::tasks, MetaUpdate::withTasks)
                                    .set()
                                    .apply(reptile, n);
                        }));
    }

    private void learnerKinds() {
        choice("learner.order", Maml.Order.values(), MAML.inner(Maml::order, Maml::withOrder));
        flag(
                "learner.learnRates",
                MAML.inner(
                        m -> m.variant() == Maml.Variant.META_SGD ? null : m.learnRates(),
                        Maml::withLearnRates));
        integer(
                "learner.multiStepLoss",
                0,
                MAML.inner(Maml::multiStepLoss, Maml::withMultiStepLoss));
        integer(
                "learner.firstOrderSteps",
                0,
                MAML.inner(Maml::firstOrderSteps, Maml::withFirstOrderSteps));
        choice(
                "learner.optimiser",
                Reptile.Optimiser.values(),
                REPTILE.inner(Reptile::optimiser, Reptile::withOptimiser));
        field(
                "learner.epsilon",
                REPTILE.inner(Reptile::epsilon, Reptile::withEpsilon),
                FieldParser::fraction,
                RecipeFields::plain);
        flag("learner.anneal", REPTILE.inner(Reptile::anneal, Reptile::withAnneal));
        choice(
                "learner.distance",
                Distance.values(),
                PROTOTYPICAL.inner(Prototypical::distance, Prototypical::withDistance));
        integer(
                "learner.dimensions",
                1,
                PROTOTYPICAL.inner(Prototypical::dimensions, Prototypical::withDimensions));
        choice(
                "learner.probe",
                Pretrain.Probe.values(),
                Part.learner(Pretrain.class).inner(Pretrain::probe, Pretrain::withProbe));
    }

    private void budget() {
        integer(
                "budget.steps",
                1,
                Part.TRAINING.inner(
                        Budget::steps, (b, n) -> new Budget(n, b.evaluateEvery(), b.testTasks())));
        integer(
                "budget.evaluateEvery",
                1,
                Part.TRAINING.inner(
                        Budget::evaluateEvery, (b, n) -> new Budget(b.steps(), n, b.testTasks())));
        integer(
                "budget.testTasks",
                2,
                Part.BUDGET.inner(
                        Budget::testTasks, (b, n) -> new Budget(b.steps(), b.evaluateEvery(), n)));
    }

    private void integer(String where, int least, Part<Integer> value) {
        field(where, value, label -> FieldParser.integer(label, least), String::valueOf);
    }

    private void rate(String where, Part<Double> value) {
        field(where, value, FieldParser::positive, RecipeFields::plain);
    }

    /// A number from 0 on, below 1.
    private void share(String where, Part<Double> value) {
        field(where, value, FieldParser::slope, RecipeFields::plain);
    }

    private void flag(String where, Part<Boolean> value) {
        choices.put(where, choice(where, YES_OR_NO, value, String::valueOf));
    }

    private <T> void field(
            String where,
            Part<T> value,
            Function<String, FieldParser<T>> parser,
            Function<T, String> format) {
        FieldParser<T> parse = parser.apply(FieldSpec.label(where));
        fields.put(
                where,
                new FieldViewModel<>(document, new FieldSpec<>(where, value, parse, format)));
    }

    private <T> void choice(String where, T[] options, Part<T> value) {
        choices.put(
                where,
                choice(
                        where,
                        options,
                        value,
                        option -> Messages.get("option." + where + "." + option)));
    }

    private <T> ChoiceViewModel<T> choice(
            String where, T[] options, Part<T> value, Function<T, String> name) {
        return new ChoiceViewModel<>(document, where, List.of(options), name, value);
    }

    /// 0.5 and not 5.0E-1; 0.00001 and not 1.0E-5.
    private static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
}
