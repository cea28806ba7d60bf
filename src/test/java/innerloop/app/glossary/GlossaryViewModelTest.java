package innerloop.app.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.Language;
import innerloop.lesson.GlossaryEntry;
import innerloop.lesson.GlossaryReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Finding words, and the way back.
class GlossaryViewModelTest {

    private final GlossaryViewModel model = model(Language.ENGLISH);

    private static GlossaryViewModel model(Language language) {
        return new GlossaryViewModel(
                GlossaryReader.read(language.locale()).glossary(), language.locale());
    }

    private GlossaryEntry entry(String id) {
        return model.entry(id).orElseThrow();
    }

    private String shown() {
        return Optional.ofNullable(model.shown().get()).map(GlossaryEntry::id).orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "shot, shot",
        "SHOT, shot",
        "k-shot, shot",
        "K shot, shot",
        "sho, shot",
        "inner step, inner-loop",
        "fomaml, first-order",
        "hessian, hessian-vector-product",
        "α, inner-rate",
        "alpha, inner-rate",
        "task.shots, shot",
        "lower bound, elbo",
        "protonet, prototypical",
        "celebrity, adamic-adar",
        "metagradient, meta-gradient"
    })
    void theBestOfWhatIsFoundIsMeant(String typed, String id) {
        assertThat(model.matching(typed)).first().extracting(GlossaryEntry::id).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"样本数, shot", "shot, shot", "元梯度, meta-gradient", "支持, support-set", "基线, floor"})
    void chineseIsFoundByItsOwnAndByEnglishWords(String typed, String id) {
        assertThat(model(Language.CHINESE).matching(typed))
                .first()
                .extracting(GlossaryEntry::id)
                .isEqualTo(id);
    }

    @Test
    void withNothingTypedAllWordsAreThereInTheirOrder() {
        assertThat(model.matching(" ")).extracting(GlossaryEntry::term).startsWith("Accuracy");
        assertThat(model.named(" ")).isEmpty();
        assertThat(model.named("celebrity")).isEmpty();
    }

    @Test
    void aLinkIsFollowedAndTakenBack() {
        model.point(entry("shot"));
        assertThat(model.canGoBack().get()).isFalse();
        model.follow("way");
        model.follow("slot");
        model.back();
        assertThat(shown()).isEqualTo("way");
        model.back();
        assertThat(shown()).isEqualTo("shot");
        assertThat(model.canGoBack().get()).isFalse();
        model.back();
        assertThat(shown()).isEqualTo("shot");
    }

    @Test
    void aWordOfTheListBeginsAnew() {
        model.point(entry("shot"));
        model.follow("way");
        model.point(entry("way"));
        assertThat(model.canGoBack().get()).isTrue();
        model.point(entry("loss"));
        assertThat(model.canGoBack().get()).isFalse();
        model.follow("no-such-entry");
        assertThat(shown()).isEqualTo("loss");
    }

    @ParameterizedTest
    @CsvSource({
        "task.shots, shot",
        "learner.decay, weight-decay",
        "race, race",
        "inner, inner-loop",
        "folds, fold",
        "encoder.kind, encoder"
    })
    void aTopicIsAFieldOrAnEntry(String topic, String id) {
        assertThat(model.about(topic).map(GlossaryEntry::id)).contains(id);
    }
}
