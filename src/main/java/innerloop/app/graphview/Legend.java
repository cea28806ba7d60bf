package innerloop.app.graphview;

import innerloop.app.Messages;
import innerloop.app.selection.AttributeTitles;
import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.graph.AttributedGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The lines below the canvas that say what colours, sizes and shapes mean; a click on a class brings it to the foreground.
final class Legend extends VBox {

    private static final SequencedMap<String, Colour> CORRECTNESS = new LinkedHashMap<>();

    static {
        CORRECTNESS.put("canvas.legend.right", Colour.RIGHT);
        CORRECTNESS.put("canvas.legend.wrong", Colour.WRONG);
    }

    private static final double LOW = 440;

    private final IntConsumer onHighlight;
    private @Nullable Content shown;
    private @Nullable NodeAppearance look;
    private int lines = 2;

    /// The data the lines depend on: they are created anew only when it changes.
    private record Content(
            AttributedGraph graph,
            NodeStyle style,
            List<Integer> ways,
            Optional<ScaleRange> colours,
            Optional<ScaleRange> sizes,
            Optional<ScaleRange> attention,
            boolean predictedEdges,
            int highlight,
            int lines,
            Theme theme) {}

    Legend(IntConsumer onHighlight) {
        this.onHighlight = onHighlight;
    }

    /// In a view of less than [#LOW] pixels the graph needs the room of the second line of classes.
    void fitInto(ReadOnlyDoubleProperty height) {
        height.map(all -> all.doubleValue() < LOW ? 1 : 2)
                .subscribe(most -> {
                    lines = most;
                    NodeAppearance now = look;
                    if (now != null) {
                        show(now);
                    }
                });
    }

    void show(NodeAppearance now) {
        look = now;
        Content content =
                new Content(
                        now.graph(),
                        now.style(),
                        now.prediction().ways(),
                        now.colourScale().map(NodeScale::range),
                        now.sizeScale().map(NodeScale::range),
                        now.attended().map(AttentionEdges::range),
                        now.prediction().edges().any(),
                        now.highlight().classIndex(),
                        lines,
                        now.theme());
        if (content.equals(shown)) {
            return;
        }
        shown = content;
        getChildren().clear();
        if (content.graph().nodes() > 0) {
            numbers(content);
            getChildren()
                    .add(
                            content.style().colour() == ColourMode.ROLE
                                    ? RoleLegend.coloured(content.theme())
                                    : RoleLegend.plain(content.theme()));
        }
    }

    /// Colours that have names, and the scales of numbers beside each other as far as there is room.
    private void numbers(Content content) {
        FlowPane scales = new FlowPane();
        colours(content)
                .ifPresent(colours -> {
                    boolean scale = colours instanceof ScaleLegend;
                    (scale ? scales : this).getChildren().add(colours);
                });
        content.sizes()
                .map(sizes -> sizeLegend(content, sizes))
                .ifPresent(sizes -> scales.getChildren().add(sizes));
        if (content.style().edges() == EdgeMode.ATTENTION) {
            scales.getChildren().add(ScaleLegend.ofEdges(content.attention(), content.theme()));
        }
        if (content.predictedEdges()) {
            getChildren().add(new EdgeLegend(content.theme()));
        }
        if (!scales.getChildren().isEmpty()) {
            getChildren().add(scales);
        }
    }

    private static Node sizeLegend(Content content, ScaleRange sizes) {
        return ScaleLegend.ofSizes(
                AttributeTitles.of(content.style().sizeBy()), sizes, content.theme());
    }

    private Optional<Node> colours(Content content) {
        Theme theme = content.theme();
        return switch (content.style().colour()) {
            case CLASS -> classes(content, List.of());
            case PREDICTION -> classes(content, content.ways());
            case CORRECTNESS -> Optional.of(new ColourLegend(theme, CORRECTNESS));
            // The shapes below have them.
            case ROLE -> Optional.empty();
            case RESIDUAL ->
                    content.colours()
                            .map(range ->
                                    ScaleLegend.ofColours(
                                            Messages.get("canvas.legend.residual"),
                                            range,
                                            theme::diverging,
                                            theme));
            case CONFIDENCE, LOSS, VALUE, TRUE_VALUE, ATTENTION, ATTRIBUTE ->
                    content.colours()
                            .map(range ->
                                    ScaleLegend.ofColours(
                                            title(content.style()), range, theme::ramp, theme));
        };
    }

    /// All classes, or those of an episode in the colours of its ways.
    private Optional<Node> classes(Content content, List<Integer> ways) {
        List<String> names = content.graph().classes();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ClassLegend(
                                names,
                                ways,
                                content.highlight(),
                                content.lines(),
                                content.theme(),
                                onHighlight));
    }

    private static String title(NodeStyle style) {
        return style.colour() == ColourMode.ATTRIBUTE
                ? AttributeTitles.of(style.colourBy())
                : style.colour().title();
    }
}
