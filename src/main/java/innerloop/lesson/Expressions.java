package innerloop.lesson;

import java.util.List;
import java.util.stream.Stream;

/// All the values that a lesson names.
final class Expressions {

    private Expressions() {}

    /// Those of a whole lesson.
    static List<Quantity.Named> in(Lesson lesson) {
        Stream<Expression> text = lesson.introduction().stream().flatMap(Expressions::ofProse);
        Stream<Expression> steps =
                lesson.steps().stream()
                        .flatMap(step -> step.parts().stream())
                        .flatMap(Expressions::of);
        return Stream.concat(text, steps)
                .flatMap(e ->
                        Stream.concat(
                                Stream.of(e.first()),
                                e.second().stream().map(Expression.Second::quantity)))
                .filter(Quantity.Named.class::isInstance)
                .map(Quantity.Named.class::cast)
                .toList();
    }

    /// Those of a part, in questions, hints and checks, too.
    static Stream<Expression> of(Part part) {
        return switch (part) {
            case Part.Text text -> text.blocks().stream().flatMap(Expressions::ofProse);
            case Part.Choice choice ->
                    Stream.of(
                                    ofLine(choice.ask()),
                                    ofLine(choice.hint()),
                                    choice.options().stream()
                                            .flatMap(o ->
                                                    Stream.concat(
                                                            ofLine(o.text()), ofLine(o.reply()))),
                                    choice.claims().stream()
                                            .flatMap(c -> Stream.of(c.left(), c.right())))
                            .flatMap(one -> one);
            case Part.Numeric number ->
                    Stream.of(
                                    ofLine(number.ask()),
                                    ofLine(number.hint()),
                                    Stream.of(number.expect()))
                            .flatMap(one -> one);
            case Part.Run _, Part.Look _ -> Stream.empty();
        };
    }

    private static Stream<Expression> ofProse(Prose prose) {
        return computed(prose).map(Inline.Computed::value);
    }

    private static Stream<Expression> ofLine(List<Inline> line) {
        return computed(line).map(Inline.Computed::value);
    }

    /// The computed numbers in a block.
    static Stream<Inline.Computed> computed(Prose prose) {
        return switch (prose) {
            case Prose.Paragraph p -> computed(p.text());
            case Prose.Title t -> computed(t.text());
            case Prose.Items items ->
                    items.items().stream().flatMap(List::stream).flatMap(Expressions::computed);
            case Prose.Formulas _, Prose.Verbatim _ -> Stream.empty();
            case Prose.Quotation quotation ->
                    quotation.blocks().stream().flatMap(Expressions::computed);
            case Prose.Grid grid ->
                    grid.rows().stream().flatMap(List::stream).flatMap(Expressions::computed);
        };
    }

    /// The computed numbers in a line.
    static Stream<Inline.Computed> computed(List<Inline> line) {
        return line.stream()
                .flatMap(inline ->
                        switch (inline) {
                            case Inline.Computed computed -> Stream.of(computed);
                            case Inline.Stressed stressed -> computed(stressed.text());
                            case Inline.Link link -> computed(link.text());
                            case Inline.Words _, Inline.Symbol _, Inline.Break _ ->
                                    Stream.<Inline.Computed>empty();
                        });
    }
}
