package innerloop.lesson;

import innerloop.phrase.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Markdown (CommonMark with tables) as titles, blocks and [Prose]. The only class that sees the library.
final class MarkdownReader {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER =
            Parser.builder()
                    .extensions(TABLES)
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                    .build();

    /// A piece at the top of the text.
    sealed interface Piece {

        /// A title.
        ///
        /// @param level 1 for the largest
        record Heading(Place place, int level, String text) implements Piece {}

        /// A block between fences.
        ///
        /// @param kind the word behind the fence
        /// @param first where its first line begins
        record Fenced(Place place, String kind, List<String> lines, Place first) implements Piece {
            public Fenced {
                lines = List.copyOf(lines);
            }
        }

        /// Anything else.
        record Block(Prose prose) implements Piece {}
    }

    private final Consumer<Complaint> complaints;
    private final ExpressionReader expressions;

    /// Added to each place: where the text stands in the file.
    private Place origin = new Place(1, 1);

    MarkdownReader(Consumer<Complaint> complaints) {
        this.complaints = complaints;
        this.expressions = new ExpressionReader(complaints);
    }

    /// The pieces of a whole text.
    List<Piece> pieces(String text) {
        origin = new Place(1, 1);
        List<Piece> pieces = new ArrayList<>();
        for (Node node : children(PARSER.parse(text))) {
            switch (node) {
                case Heading heading when heading.getLevel() < 3 ->
                        pieces.add(
                                new Piece.Heading(
                                        place(node), heading.getLevel(), plain(node).strip()));
                case FencedCodeBlock fenced when !fenced.getInfo().isBlank() ->
                        pieces.add(fenced(fenced));
                default -> block(node).map(Piece.Block::new).ifPresent(pieces::add);
            }
        }
        return pieces;
    }

    /// A text of one paragraph, as a field of a block has it.
    List<Inline> line(String text, Place at) {
        origin = at;
        List<Inline> line = new ArrayList<>();
        for (Node node : children(PARSER.parse(text))) {
            if (node instanceof Paragraph) {
                line.addAll(inlines(node));
            } else {
                complain(node, Trouble.of("lesson.oneParagraph"));
            }
        }
        return line;
    }

    private Piece fenced(FencedCodeBlock fenced) {
        Place place = place(fenced);
        return new Piece.Fenced(
                place,
                fenced.getInfo().strip(),
                fenced.getLiteral().lines().toList(),
                new Place(place.line() + 1, place.column()));
    }

    private Optional<Prose> block(Node node) {
        return switch (node) {
            case Paragraph p -> Optional.of(new Prose.Paragraph(inlines(p)));
            case Heading h -> Optional.of(new Prose.Title(inlines(h)));
            case BulletList list -> Optional.of(new Prose.Items(false, items(list)));
            case OrderedList list -> Optional.of(new Prose.Items(true, items(list)));
            case FencedCodeBlock code ->
                    Optional.of(new Prose.Verbatim(code.getLiteral().stripTrailing()));
            case IndentedCodeBlock code ->
                    Optional.of(
                            new Prose.Formulas(
                                    code.getLiteral()
                                            .lines()
                                            .map(String::strip)
                                            .filter(line -> !line.isEmpty())
                                            .toList()));
            case BlockQuote quote -> Optional.of(new Prose.Quotation(blocks(quote)));
            case TableBlock table -> Optional.of(new Prose.Grid(rows(table)));
            default -> {
                complain(node, Trouble.of("lesson.noMarkdown"));
                yield Optional.empty();
            }
        };
    }

    private List<Prose> blocks(Node parent) {
        return children(parent).stream().flatMap(child -> block(child).stream()).toList();
    }

    private List<List<Prose>> items(Node list) {
        return children(list).stream().map(this::blocks).toList();
    }

    private List<List<List<Inline>>> rows(Node table) {
        List<List<List<Inline>>> rows = new ArrayList<>();
        for (Node part : children(table)) {
            for (Node row : children(part)) {
                if (row instanceof TableRow) {
                    rows.add(
                            children(row).stream()
                                    .filter(TableCell.class::isInstance)
                                    .map(this::inlines)
                                    .toList());
                }
            }
        }
        return rows;
    }

    private List<Inline> inlines(Node parent) {
        List<Inline> inlines = new ArrayList<>();
        for (Node node : children(parent)) {
            switch (node) {
                case Text text -> inlines.add(new Inline.Words(text.getLiteral()));
                case SoftLineBreak _ -> inlines.add(new Inline.Words(" "));
                case HardLineBreak _ -> inlines.add(new Inline.Break());
                case Emphasis e -> inlines.add(new Inline.Stressed(false, inlines(e)));
                case StrongEmphasis e -> inlines.add(new Inline.Stressed(true, inlines(e)));
                case Link link ->
                        inlines.add(new Inline.Link(link.getDestination(), inlines(link)));
                case Code code when code.getLiteral().startsWith("=") ->
                        computed(code).ifPresent(inlines::add);
                case Code code -> inlines.add(new Inline.Symbol(code.getLiteral()));
                default -> complain(node, Trouble.of("lesson.noPictures"));
            }
        }
        return inlines;
    }

    /// `= run score | %`.
    private Optional<Inline> computed(Code code) {
        String text = code.getLiteral();
        int bar = text.lastIndexOf('|');
        // Behind the backtick and the sign of equality.
        Place at = place(code).right(2);
        String value = text.substring(1, bar < 0 ? text.length() : bar);
        int blanks = value.length() - value.stripLeading().length();
        String form = bar < 0 ? "" : text.substring(bar + 1).strip();
        Optional<NumberForm> read = form(form);
        if (read.isEmpty()) {
            complain(code, Trouble.of("lesson.noForm", form));
        }
        return expressions
                .expression(value.strip(), at.right(blanks))
                .flatMap(e -> read.map(f -> new Inline.Computed(place(code), e, f)));
    }

    private static Optional<NumberForm> form(String text) {
        return switch (text) {
            case "" -> Optional.of(NumberForm.USUAL);
            case "%" -> Optional.of(NumberForm.PERCENT);
            default -> {
                boolean percent = text.startsWith("%");
                String digits = percent ? text.substring(1).strip() : text;
                yield digits.matches("[0-9]")
                        ? Optional.of(new NumberForm(percent, Integer.parseInt(digits)))
                        : Optional.empty();
            }
        };
    }

    private static String plain(Node parent) {
        StringBuilder text = new StringBuilder();
        for (Node node : children(parent)) {
            switch (node) {
                case Text words -> text.append(words.getLiteral());
                case Code code -> text.append(code.getLiteral());
                default -> text.append(plain(node));
            }
        }
        return text.toString();
    }

    private static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            children.add(node);
        }
        return children;
    }

    private Place place(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return origin;
        }
        SourceSpan first = spans.getFirst();
        return first.getLineIndex() == 0
                ? origin.right(first.getColumnIndex())
                : new Place(origin.line() + first.getLineIndex(), first.getColumnIndex() + 1);
    }

    private void complain(Node node, Trouble trouble) {
        complaints.accept(new Complaint(place(node), trouble));
    }
}
