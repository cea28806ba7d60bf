package innerloop.app.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.Language;
import innerloop.app.prose.FormulaLine;
import innerloop.experiment.kinds.Kinds;
import innerloop.experiment.kinds.Section;
import innerloop.lesson.Glossary;
import innerloop.lesson.GlossaryEntry;
import innerloop.lesson.GlossaryReader;
import innerloop.lesson.Prose;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the glossary of the program says, in both languages.
class GlossaryContentsTest {

    private static Glossary glossary(Language language) {
        return GlossaryReader.read(language.locale()).glossary();
    }

    private static List<String> fields() {
        List<String> fields = new ArrayList<>(List.of("name", "seed"));
        for (Section<?> section : Kinds.SECTIONS) {
            if (section.kinds().size() > 1) {
                fields.add(section.kindPath());
            }
            section.settings().forEach(setting -> fields.add(section.path(setting.key())));
        }
        return fields;
    }

    @ParameterizedTest
    @EnumSource
    void itIsReadWithoutComplaints(Language language) {
        assertThat(GlossaryReader.read(language.locale()).complaints()).isEmpty();
        assertThat(glossary(language).entries())
                .hasSizeGreaterThan(100)
                .allSatisfy(entry -> {
                    assertThat(entry.term()).isNotBlank();
                    assertThat(entry.brief()).as(entry.id()).isNotEmpty();
                })
                .extracting(GlossaryEntry::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void bothLanguagesHaveTheSameEntriesForTheSameFields() {
        List<GlossaryEntry> english = glossary(Language.ENGLISH).entries();
        List<GlossaryEntry> chinese = glossary(Language.CHINESE).entries();
        assertThat(chinese)
                .extracting(GlossaryEntry::id)
                .isEqualTo(english.stream().map(GlossaryEntry::id).toList());
        assertThat(chinese)
                .extracting(GlossaryEntry::fields)
                .isEqualTo(english.stream().map(GlossaryEntry::fields).toList());
        assertThat(chinese)
                .extracting(GlossaryEntry::pages)
                .isEqualTo(english.stream().map(GlossaryEntry::pages).toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldOfTheRecipeHasOneEntryAndNoOtherIsNamed(Language language) {
        assertThat(glossary(language).entries().stream().flatMap(e -> e.fields().stream()))
                .containsExactlyInAnyOrderElementsOf(fields());
    }

    @ParameterizedTest
    @EnumSource
    void everyLinkLeadsToAnEntry(Language language) {
        Glossary glossary = glossary(language);
        for (GlossaryEntry entry : glossary.entries()) {
            assertThat(entry.links())
                    .as(entry.id())
                    .isNotEmpty()
                    .doesNotContain(entry.id())
                    .allMatch(id -> glossary.entry(id).isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFormulaIsTypeset(Language language) {
        assertThat(
                        glossary(language).entries().stream()
                                .flatMap(entry -> entry.text().stream())
                                .filter(Prose.Formulas.class::isInstance)
                                .flatMap(block -> ((Prose.Formulas) block).lines().stream())
                                .filter(line -> !FormulaLine.isKnown(line)))
                .isEmpty();
    }

    /// The words that code, window and documents use.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "graph",
                "class",
                "base class",
                "validation class",
                "novel class",
                "task",
                "episode",
                "split",
                "encoder",
                "head",
                "learner",
                "inner loop",
                "outer loop",
                "step",
                "inner step",
                "adapt",
                "experiment",
                "run",
                "floor",
                "support set",
                "query set",
                "leakage",
                "supervision collapse",
                "meta-gradient"
            })
    void theWordsOfTheDesignAreThere(String word) {
        for (Language language : Language.values()) {
            assertThat(new GlossaryViewModel(glossary(language), language.locale()).named(word))
                    .as(language.tag())
                    .isNotEmpty();
        }
        HashSet<String> names = new HashSet<>();
        for (GlossaryEntry entry : glossary(Language.ENGLISH).entries()) {
            names.add(entry.term().toLowerCase(Locale.ROOT));
            names.addAll(entry.aliases());
        }
        assertThat(names).contains(word);
    }
}
