package innerloop.scene;

import innerloop.colour.Theme;
import java.util.List;
import java.util.Set;

/// How an embedding is drawn, whatever its nodes are.
///
/// @param theme its colours
/// @param names of the classes, by their indices; empty for none
/// @param highlight the class in the foreground, −1 for all
/// @param layers what is shown besides the nodes
public record EmbeddingStyle(
        Theme theme, List<String> names, int highlight, Set<EmbeddingLayer> layers) {

    public EmbeddingStyle withTheme(Theme other) {
        return new EmbeddingStyle(other, names, highlight, layers);
    }

    public EmbeddingStyle withNames(List<String> other) {
        return new EmbeddingStyle(theme, List.copyOf(other), highlight, layers);
    }

    public EmbeddingStyle withHighlight(int other) {
        return new EmbeddingStyle(theme, names, other, layers);
    }

    public EmbeddingStyle withLayers(Set<EmbeddingLayer> other) {
        return new EmbeddingStyle(theme, names, highlight, Set.copyOf(other));
    }

    /// Whether a class does not step back.
    boolean isInFront(int shown) {
        return highlight < 0 || highlight == shown;
    }
}
