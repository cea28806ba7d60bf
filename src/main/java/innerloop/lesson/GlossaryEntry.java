package innerloop.lesson;

import java.util.ArrayList;
import java.util.List;

/// A word and what it means.
///
/// @param id its name in links, the same in every language
/// @param term the word
/// @param aliases what it is called elsewhere
/// @param fields the settings of an experiment it explains, by their keys, such as `task.shots`
/// @param pages the pages of the window that are about it, by their ids, such as `inner`
/// @param related ids of entries to read next
/// @param text paragraphs and formulas
public record GlossaryEntry(
        String id,
        String term,
        List<String> aliases,
        List<String> fields,
        List<String> pages,
        List<String> related,
        List<Prose> text) {

    /// Links to an entry begin like this, and go on with its id.
    public static final String LINK = "term:";

    public GlossaryEntry {
        aliases = List.copyOf(aliases);
        fields = List.copyOf(fields);
        pages = List.copyOf(pages);
        related = List.copyOf(related);
        text = List.copyOf(text);
    }

    /// What it says in short: the first paragraph, and the first formulas if there are any.
    public List<Prose> brief() {
        List<Prose> brief = new ArrayList<>();
        text.stream().filter(Prose.Paragraph.class::isInstance).findFirst().ifPresent(brief::add);
        text.stream().filter(Prose.Formulas.class::isInstance).findFirst().ifPresent(brief::add);
        return brief;
    }

    /// The ids of all entries it leads to, by a link in its text or as what to read next.
    public List<String> links() {
        List<String> links = new ArrayList<>(related);
        for (Prose block : text) {
            if (block instanceof Prose.Paragraph(List<Inline> line)) {
                collect(line, links);
            }
        }
        return links;
    }

    private static void collect(List<Inline> line, List<String> links) {
        for (Inline inline : line) {
            switch (inline) {
                case Inline.Link link -> links.add(link.target().replaceFirst("^" + LINK, ""));
                case Inline.Stressed stressed -> collect(stressed.text(), links);
                default -> {}
            }
        }
    }
}
