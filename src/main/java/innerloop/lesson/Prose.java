package innerloop.lesson;

import java.util.List;

/// A block of text.
public sealed interface Prose {

    /// A paragraph.
    record Paragraph(List<Inline> text) implements Prose {
        public Paragraph {
            text = List.copyOf(text);
        }
    }

    /// A title inside of a step.
    record Title(List<Inline> text) implements Prose {
        public Title {
            text = List.copyOf(text);
        }
    }

    /// A list.
    ///
    /// @param numbered whether its items are numbered, from 1
    record Items(boolean numbered, List<List<Prose>> items) implements Prose {
        public Items {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /// Formulas in plain characters, such as `cᵢⱼ = 1 / √(dᵢ dⱼ)`, a line each.
    record Formulas(List<String> lines) implements Prose {
        public Formulas {
            lines = List.copyOf(lines);
        }
    }

    /// Text to be shown as it stands, such as a program's output.
    record Verbatim(String text) implements Prose {}

    /// A quotation.
    record Quotation(List<Prose> blocks) implements Prose {
        public Quotation {
            blocks = List.copyOf(blocks);
        }
    }

    /// A table; its first row are the titles.
    record Grid(List<List<List<Inline>>> rows) implements Prose {
        public Grid {
            rows = rows.stream().map(row -> row.stream().map(List::copyOf).toList()).toList();
        }
    }
}
