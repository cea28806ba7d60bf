package innerloop.experiment.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import innerloop.app.Messages;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.experiment.kinds.Values.Choice;
import innerloop.experiment.kinds.Values.Column;
import innerloop.experiment.kinds.Values.Decimal;
import innerloop.experiment.kinds.Values.Flag;
import innerloop.experiment.kinds.Values.Sizes;
import innerloop.experiment.kinds.Values.Whole;
import innerloop.io.ExperimentJson;
import innerloop.meta.MetaLearner;
import innerloop.nn.Encoder;
import innerloop.training.SmallExperiments;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever can be part of an experiment is in the table, and everything in the table has texts, bounds that are true,
/// and a way into a file and back.
class KindsTest {

    private static final Experiment EXPERIMENT = SmallExperiments.easy(4);

    static List<Section<?>> sections() {
        return Kinds.SECTIONS;
    }

    /// The records below a sealed interface, however deep.
    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(KindsTest::records)
                : Stream.of(type);
    }

    @Test
    void everyEncoderAndEveryLearnerHasAKind() {
        assertThat(types(Kinds.ENCODER))
                .containsAll(records(Encoder.class).toList())
                .hasSize(Kinds.ENCODER.kinds().size());
        assertThat(types(Kinds.LEARNER)).containsAll(records(MetaLearner.class).toList());
    }

    private static <T> Set<Class<?>> types(Section<T> section) {
        Set<Class<?>> types = new HashSet<>();
        section.kinds().forEach(kind -> types.add(kind.type()));
        return types;
    }

    @ParameterizedTest
    @MethodSource("sections")
    <T> void aKindIsFoundByItsWordAndByItsRecord(Section<T> section) {
        for (Kind<T> kind : section.kinds()) {
            assertThat(section.kind(kind.word())).isSameAs(kind);
            assertThat(section.kind(kind.defaults().get())).isSameAs(kind);
            assertThat(kind.settings()).hasSameSizeAs(kind.keys());
        }
    }

    @ParameterizedTest
    @MethodSource("sections")
    <T> void everySettingHasTexts(Section<T> section) {
        for (Setting<T, ?> setting : section.settings()) {
            String where = section.path(setting.key());
            assertThat(Messages.has("recipe." + where + ".label")).as(where).isTrue();
            assertThat(Messages.has("recipe." + where + ".why")).as(where).isTrue();
            if (setting.values() instanceof Choice<?> choice) {
                assertThat(choice.words().keySet())
                        .allMatch(word -> Messages.has("option." + where + "." + word));
            }
        }
        if (section.kinds().size() > 1) {
            assertThat(Messages.has("recipe." + section.kindPath() + ".why")).isTrue();
            assertThat(section.kinds())
                    .allMatch(kind ->
                            Messages.has("option." + section.kindPath() + "." + kind.word()));
        }
    }

    /// The recipe has one field for each key, whatever the kind.
    @ParameterizedTest
    @MethodSource("sections")
    <T> void aKeyMeansTheSameInEveryKind(Section<T> section) {
        for (Kind<T> kind : section.kinds()) {
            for (Setting<T, ?> setting : kind.settings()) {
                Setting<T, ?> shown =
                        section.settings().stream()
                                .filter(s -> s.key().equals(setting.key()))
                                .findFirst()
                                .orElseThrow();
                assertThat(setting.values()).as(setting.key()).isEqualTo(shown.values());
                assertThat(setting.row()).as(setting.key()).isEqualTo(shown.row());
                assertThat(setting.marks()).as(setting.key()).isEqualTo(shown.marks());
            }
        }
    }

    /// Every other value of every setting of every kind, written and read.
    @ParameterizedTest
    @MethodSource("sections")
    <T> void everySettingGoesIntoAFileAndBack(Section<T> section) throws InputException {
        for (Kind<T> kind : section.kinds()) {
            T usual = kind.defaults().get();
            for (Setting<T, ?> setting : kind.settings()) {
                for (Object value : others(kind, setting)) {
                    T changed = setting.changed(usual, value);
                    assertThat(setting.of(changed)).as(setting.key()).isEqualTo(value);
                    assertThat(section.kind(changed)).isSameAs(kind);
                    Experiment experiment = section.with().apply(EXPERIMENT, changed);
                    String text = ExperimentJson.write(experiment);
                    assertThat(ExperimentJson.parse(text, "x.json", List.of()))
                            .isEqualTo(experiment);
                }
            }
        }
    }

    private static <T, V> List<? extends Object> others(Kind<T> kind, Setting<T, V> setting) {
        return switch (setting.values()) {
            case Whole whole ->
                    whole.most() == Integer.MAX_VALUE
                            ? List.of(whole.least(), whole.least() + 7)
                            : List.of(whole.least(), whole.most());
            case Decimal _ -> List.of(0.0123456789012345, 1e-5);
            case Flag _, Choice<?> _ -> kind.options(setting);
            case Column _ -> List.of("year", "#3", "");
            case Sizes _ -> List.of(List.of(), List.of(3), List.of(3, 2, 1));
        };
    }

    /// What a field calls allowed is what the record allows.
    @ParameterizedTest
    @MethodSource("sections")
    <T> void beyondItsBoundsTheRecordRefuses(Section<T> section) {
        for (Kind<T> kind : section.kinds()) {
            for (Setting<T, ?> setting : kind.settings()) {
                for (Object value : beyond(setting)) {
                    assertThatIllegalArgumentException()
                            .as("%s = %s", setting.key(), value)
                            .isThrownBy(() -> setting.changed(kind.defaults().get(), value))
                            .withMessageContaining(section.path(setting.key()));
                }
            }
        }
    }

    private static List<? extends Object> beyond(Setting<?, ?> setting) {
        return switch (setting.values()) {
            case Whole whole ->
                    whole.most() == Integer.MAX_VALUE
                            ? List.of(whole.least() - 1)
                            : List.of(whole.least() - 1, whole.most() + 1);
            case Decimal decimal ->
                    switch (decimal.bounds()) {
                        case POSITIVE -> List.of(0.0, Double.POSITIVE_INFINITY);
                        case FRACTION -> List.of(0.0, Math.nextUp(1.0));
                        case SHARE -> List.of(-Double.MIN_VALUE, 1.0);
                        case FROM_ZERO -> List.of(-Double.MIN_VALUE, Double.POSITIVE_INFINITY);
                    };
            case Flag _, Choice<?> _, Column _ -> List.of();
            case Sizes _ -> List.of(List.of(1, 1, 1, 1));
        };
    }

    /// The keys of the file, in their order, written down once more: whoever changes the table sees that files change.
    @ParameterizedTest
    @CsvSource({
        "encoder, gcn, hidden activation dropout inputDropout normalize residual layerNorm outputHops hopWeights restart",
        "encoder, gat, heads outputHeads negativeSlope attentionDropout"
                + " hidden activation dropout inputDropout normalize residual layerNorm outputHops hopWeights restart",
        "encoder, sage, aggregation hidden activation dropout inputDropout normalize residual layerNorm outputHops hopWeights restart",
        "encoder, gin, trainEps hidden activation dropout inputDropout normalize residual layerNorm outputHops hopWeights restart",
        "encoder, sgc, hops hidden activation dropout inputDropout normalize residual layerNorm outputHops hopWeights restart",
        "encoder, mlp, hidden activation dropout inputDropout normalize residual layerNorm outputHops hopWeights restart",
        "learner, maml, innerSteps innerRate head outerRate schedule tasksPerStep decay weightDecay towardsStart"
                + " order learnRates multiStepLoss firstOrderSteps",
        "learner, anil, innerSteps innerRate head outerRate schedule tasksPerStep decay weightDecay towardsStart"
                + " order learnRates multiStepLoss firstOrderSteps",
        "learner, meta-sgd, innerSteps innerRate head outerRate schedule tasksPerStep decay weightDecay towardsStart"
                + " order learnRates multiStepLoss firstOrderSteps",
        "learner, reptile, innerSteps innerRate head weightDecay towardsStart optimiser epsilon anneal tasksPerStep",
        "learner, prototypical, outerRate schedule tasksPerStep decay weightDecay towardsStart distance dimensions",
        "learner, fine-tune, innerSteps innerRate head",
        "learner, pretrain, innerSteps innerRate head outerRate schedule tasksPerStep decay weightDecay towardsStart probe",
        "task, node-classification, ways shots queries",
        "task, node-regression, shots queries signal target",
        "features, features, kind normalize scaling",
        "budget, budget, steps evaluateEvery testTasks keep",
        "pretraining, contrast, epochs rate decorrelation",
        "pretraining, negative-sampling, epochs rate",
        "pretraining, gae, epochs rate",
        "pretraining, vgae, epochs rate divergence",
        "pretraining, classes, epochs rate",
        "learner, ridge, outerRate schedule tasksPerStep decay weightDecay towardsStart learns kernels dimensions"
                + " lambda temperature hopsWeight pagerankWeight smoothedWeight",
    })
    void aFileHasTheseKeys(String name, String word, String keys) {
        Section<?> section =
                Kinds.SECTIONS.stream()
                        .filter(s -> s.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        assertThat(section.kind(word).keys()).containsExactly(keys.split(" "));
    }

    @Test
    void anOptimiserBringsItsRateUnlessTheFileGivesOne() throws InputException {
        Kind<MetaLearner> reptile = Kinds.LEARNER.kind("reptile");
        List<String> adam = List.of("learner.kind=reptile", "learner.optimiser=adam-reset");
        assertThat(rate(reptile, adam)).isEqualTo(0.01);
        List<String> both =
                List.of(
                        "learner.kind=reptile",
                        "learner.innerRate=0.25",
                        "learner.optimiser=adam-reset");
        assertThat(rate(reptile, both)).isEqualTo(0.25);
    }

    private static Object rate(Kind<MetaLearner> kind, List<String> changes) throws InputException {
        Experiment read = ExperimentJson.parse(ExperimentJson.write(EXPERIMENT), "x.json", changes);
        return kind.setting("innerRate").orElseThrow().of(read.learner());
    }
}
