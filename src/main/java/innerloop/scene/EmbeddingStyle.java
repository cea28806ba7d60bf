package innerloop.scene;

import innerloop.colour.Theme;
import innerloop.graph.select.NodeSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How an embedding is drawn, whatever its nodes are.
///
/// @param theme its colours
/// @param names of the classes, by their indices; empty for none
/// @param highlight the class in the foreground, −1 for all
/// @param lit the points in the foreground, whatever their classes; empty if those of a class are
/// @param layers what is shown besides the nodes
/// @param arrows vectors that are drawn from nodes
public record EmbeddingStyle(
        Theme theme,
        List<String> names,
        int highlight,
        Optional<NodeSet> lit,
        Set<EmbeddingLayer> layers,
        List<VectorArrow> arrows) {

    /// A style in which no points but those of a class are in the foreground.
    public EmbeddingStyle(
            Theme theme, List<String> names, int highlight, Set<EmbeddingLayer> layers) {
        this(theme, names, highlight, Optional.empty(), layers, List.of());
    }

    public EmbeddingStyle withTheme(Theme other) {
        return new EmbeddingStyle(other, names, highlight, lit, layers, arrows);
    }

    public EmbeddingStyle withNames(List<String> other) {
        return new EmbeddingStyle(theme, List.copyOf(other), highlight, lit, layers, arrows);
    }

    public EmbeddingStyle withHighlight(int other) {
        return new EmbeddingStyle(theme, names, other, lit, layers, arrows);
    }

    public EmbeddingStyle withLit(Optional<NodeSet> other) {
        return new EmbeddingStyle(theme, names, highlight, other, layers, arrows);
    }

    public EmbeddingStyle withLayers(Set<EmbeddingLayer> other) {
        return new EmbeddingStyle(theme, names, highlight, lit, Set.copyOf(other), arrows);
    }

    public EmbeddingStyle withArrows(List<VectorArrow> other) {
        return new EmbeddingStyle(theme, names, highlight, lit, layers, List.copyOf(other));
    }

    /// How much a point stands out.
    byte emphasis(int point, int shown) {
        return lit.map(some -> some.contains(point) ? SceneModel.STRONG : SceneModel.DIM)
                .orElse(isInFront(shown) ? SceneModel.NORMAL : SceneModel.DIM);
    }

    /// Whether a class does not step back.
    boolean isInFront(int shown) {
        return highlight < 0 || highlight == shown;
    }
}
