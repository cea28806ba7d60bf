package innerloop.app.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.document.WorkbenchDocument;
import innerloop.app.shell.ShellPicture;
import innerloop.checks.Finding;
import innerloop.experiment.Experiment;
import innerloop.experiment.kinds.Kind;
import innerloop.experiment.kinds.Kinds;
import innerloop.meta.HeadStart;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Pretrain;
import innerloop.nn.Encoder;
import innerloop.phrase.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every encoder and learner has its own values and keeps those it shares; what the experiment refuses cannot be
/// chosen; what few people need is folded away.
class RecipeKindsTest {

    private final WorkbenchDocument document = new WorkbenchDocument(ShellPicture.experiment());
    private final List<Finding> findings = new ArrayList<>();
    private final RecipeViewModel recipe = new RecipeViewModel(document, (_, _) -> findings);

    @SuppressWarnings("unchecked")
    private <T> ChoiceViewModel<T> choice(String where) {
        return (ChoiceViewModel<T>) recipe.choice(where);
    }

    private Experiment experiment() {
        return document.experiment().get();
    }

    private void type(String where, String text) {
        recipe.field(where).text().set(text);
        recipe.field(where).finish();
    }

    private Set<String> present(String card) {
        return recipe.values().stream()
                .filter(value -> value.present().get())
                .map(RecipeValue::where)
                .filter(where -> where.startsWith(card) && !where.endsWith(".kind"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<Kind<Encoder>> encoders() {
        return Kinds.ENCODER.kinds();
    }

    static List<Kind<MetaLearner>> learners() {
        return Kinds.LEARNER.kinds();
    }

    private static final Kind<Encoder> GCN = Kinds.ENCODER.kind("gcn");
    private static final Kind<MetaLearner> MAML = Kinds.LEARNER.kind("maml");
    private static final Kind<MetaLearner> FINE_TUNE = Kinds.LEARNER.kind("fine-tune");
    private static final Kind<MetaLearner> PRETRAIN = Kinds.LEARNER.kind("pretrain");

    private void choose(String where, Object option) {
        choice(where).choose(option);
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void anEncoderHasItsOwnFieldsAndKeepsTheLayers(Kind<Encoder> kind) {
        type("encoder.hidden", "9, 5");
        this.<Boolean>choice("encoder.residual").choose(true);
        Experiment before = experiment();
        choose("encoder.kind", kind);
        assertThat(Kinds.of(experiment().encoder())).isEqualTo(kind);
        assertThat(present("encoder.")).isEqualTo(KindFields.of(Kinds.ENCODER, kind));
        assertThat(experiment().encoder().layers()).isEqualTo(before.encoder().layers());
        assertThat(recipe.field("encoder.hidden").text().get()).isEqualTo("9, 5");
        if (!kind.equals(GCN)) {
            document.undo();
        }
        assertThat(experiment()).isEqualTo(before);
        assertThat(present("encoder.")).isEqualTo(KindFields.of(Kinds.ENCODER, GCN));
    }

    @ParameterizedTest
    @MethodSource("learners")
    void aLearnerHasItsOwnFieldsAndKeepsTheInnerLoop(Kind<MetaLearner> kind) {
        type("learner.innerSteps", "7");
        type("learner.innerRate", "0.3");
        Experiment before = experiment();
        choose("learner.kind", kind);
        assertThat(Kinds.of(experiment().learner())).isEqualTo(kind);
        assertThat(present("learner.")).isEqualTo(KindFields.of(Kinds.LEARNER, kind));
        assertThat(present("budget."))
                .isEqualTo(
                        kind.equals(FINE_TUNE)
                                ? Set.of("budget.testTasks")
                                : Set.of(
                                        "budget.steps",
                                        "budget.evaluateEvery",
                                        "budget.testTasks",
                                        "budget.keep"));
        if (experiment().learner() instanceof MetaLearner.Adapting adapting) {
            assertThat(adapting.inner().steps()).isEqualTo(7);
            assertThat(adapting.inner().rate()).isEqualTo(0.3);
        }
        if (!kind.equals(MAML)) {
            document.undo();
        }
        assertThat(experiment()).isEqualTo(before);
        assertThat(present("learner.")).isEqualTo(KindFields.of(Kinds.LEARNER, MAML));
    }

    @ParameterizedTest
    @MethodSource("learners")
    void everyOfferIsAccepted(Kind<MetaLearner> kind) {
        choose("learner.kind", kind);
        Experiment start = experiment();
        for (RecipeValue value : recipe.values()) {
            if (value instanceof ChoiceViewModel<?> any && value.present().get()) {
                for (Object option : any.offered().get()) {
                    this.<Object>choice(value.where()).choose(option);
                    assertThat(choice(value.where()).value().get())
                            .as("%s of %s", value.where(), kind)
                            .isEqualTo(option);
                    assertThat(value.note().get()).isEmpty();
                    document.edit("back", "", _ -> start);
                }
            }
        }
    }

    @Test
    void aPreTrainedHeadCannotStartAsLearned() {
        ChoiceViewModel<HeadStart> head = choice("learner.head");
        assertThat(head.offered().get()).containsExactly(HeadStart.values());
        choose("learner.kind", PRETRAIN);
        assertThat(head.value().get()).isEqualTo(HeadStart.ZERO);
        assertThat(head.offered().get()).containsExactly(HeadStart.ZERO, HeadStart.PROTOTYPES);
        Experiment before = experiment();
        head.choose(HeadStart.LEARNED);
        assertThat(experiment()).isSameAs(before);
        assertThat(head.value().get()).isEqualTo(HeadStart.ZERO);
        assertThat(head.note().get()).contains("the pre-trained head has the base classes");
        head.choose(HeadStart.PROTOTYPES);
        assertThat(head.note().get()).isEmpty();
        assertThat(((Pretrain) experiment().learner()).inner().head())
                .isEqualTo(HeadStart.PROTOTYPES);
        document.undo();
        document.undo();
        assertThat(head.value().get()).isEqualTo(HeadStart.ZERO);
        assertThat(head.offered().get()).containsExactly(HeadStart.values());
    }

    @Test
    void metaSgdTakesLearnedRatesOverAndDoesNotAskForThem() {
        this.<Boolean>choice("learner.learnRates").choose(true);
        choose("learner.kind", Kinds.LEARNER.kind("meta-sgd"));
        assertThat(((Maml) experiment().learner()).learnRates()).isFalse();
        assertThat(recipe.choice("learner.learnRates").present().get()).isFalse();
        document.undo();
        assertThat(recipe.choice("learner.learnRates").value().get()).isEqualTo(true);
    }

    @Test
    void tooManyHopsAreRefusedInTheWordsOfTheField() {
        choose("encoder.kind", Kinds.ENCODER.kind("sgc"));
        recipe.field("encoder.hops").text().set("21");
        assertThat(recipe.field("encoder.hops").error().get()).isEqualTo("hops must be at most 20");
    }

    private MoreViewModel more() {
        return recipe.more(List.of("encoder.dropout", "encoder.heads", "encoder.residual"));
    }

    @Test
    void moreIsFoldedUntilOneOfItsValuesIsNotAsUsual() {
        MoreViewModel more = more();
        assertThat(more.open().get()).isFalse();
        type("encoder.hidden", "9");
        assertThat(more.open().get()).as("another value").isFalse();
        type("encoder.dropout", "0.5");
        assertThat(more.open().get()).isTrue();
        assertThat(more.unusual().get()).isEqualTo(1);
        more.open().set(false);
        type("encoder.hidden", "8");
        type("encoder.dropout", "0.4");
        assertThat(more.open().get()).as("it was folded by hand").isFalse();
        this.<Boolean>choice("encoder.residual").choose(true);
        assertThat(more.open().get()).as("there is something new").isTrue();
        assertThat(more.unusual().get()).isEqualTo(2);
    }

    @Test
    void anOpenedMoreStaysOpenForAnotherKind() {
        MoreViewModel more = more();
        more.open().set(true);
        choose("encoder.kind", Kinds.ENCODER.kind("gat"));
        assertThat(more.open().get()).isTrue();
        assertThat(more.unusual().get()).as("GAT as it comes").isZero();
    }

    @Test
    void moreOpensForAnErrorAndForAFinding() {
        MoreViewModel more = more();
        recipe.field("encoder.dropout").text().set("2");
        assertThat(more.open().get()).isTrue();
        assertThat(more.complaining().get()).isTrue();
        recipe.field("encoder.dropout").revert();
        assertThat(more.complaining().get()).isFalse();
        more.open().set(false);
        findings.add(new Finding("encoder.residual", Trouble.words("too deep", ""), false));
        type("budget.steps", "7");
        assertThat(more.open().get()).isTrue();
    }

    @Test
    void aFindingWhoseFieldIsNotThereStandsInItsCard() {
        findings.add(new Finding("budget.steps", Trouble.words("not used", ""), false));
        choose("learner.kind", FINE_TUNE);
        assertThat(recipe.findingsOfCard("budget", "seed")).hasSize(1);
        document.undo();
        assertThat(recipe.findingsOfCard("budget", "seed")).isEmpty();
    }
}
