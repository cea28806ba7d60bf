package innerloop.app.embedding;

import innerloop.colour.Theme;
import java.util.List;
import java.util.Set;

/// How an embedding is drawn, whatever its nodes are.
///
/// @param theme its colours
/// @param names of the classes, by their indices; empty for none
/// @param highlight the class in the foreground, −1 for all
/// @param layers what is shown besides the nodes
record Style(Theme theme, List<String> names, int highlight, Set<Layer> layers) {

    Style withTheme(Theme other) {
        return new Style(other, names, highlight, layers);
    }

    Style withNames(List<String> other) {
        return new Style(theme, List.copyOf(other), highlight, layers);
    }

    Style withHighlight(int other) {
        return new Style(theme, names, other, layers);
    }

    Style withLayers(Set<Layer> other) {
        return new Style(theme, names, highlight, Set.copyOf(other));
    }

    /// Whether a class does not step back.
    boolean isInFront(int shown) {
        return highlight < 0 || highlight == shown;
    }
}
