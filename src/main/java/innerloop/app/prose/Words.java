package innerloop.app.prose;

import innerloop.lesson.Inline;
import java.util.List;
import java.util.stream.Collectors;

/// A line without its looks.
public final class Words {

    private Words() {}

    /// The words; a computed number is left out.
    public static String of(List<Inline> line) {
        return line.stream().map(Words::of).collect(Collectors.joining());
    }

    private static String of(Inline inline) {
        return switch (inline) {
            case Inline.Words(String text) -> text;
            case Inline.Stressed stressed -> of(stressed.text());
            case Inline.Symbol(String text) -> text;
            case Inline.Link link -> of(link.text());
            case Inline.Computed _ -> "…";
            case Inline.Break _ -> " ";
        };
    }
}
