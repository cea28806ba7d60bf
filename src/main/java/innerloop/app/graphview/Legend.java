package innerloop.app.graphview;

import innerloop.app.Messages;
import innerloop.app.canvas.Palette;
import innerloop.app.selection.AttributeTitles;
import innerloop.graph.AttributedGraph;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The lines below the canvas that say what colours, sizes and shapes mean; a click on a class brings it to the foreground.
final class Legend extends VBox {

    private final IntConsumer onHighlight;
    private @Nullable Content shown;

    /// What the lines depend on: they are made anew only when it changes.
    private record Content(
            AttributedGraph graph,
            NodeStyle style,
            Optional<ScaleRange> colours,
            Optional<ScaleRange> sizes,
            int highlight,
            Palette palette) {}

    Legend(IntConsumer onHighlight) {
        this.onHighlight = onHighlight;
    }

    void show(Appearance look) {
        Content content =
                new Content(
                        look.graph(),
                        look.style(),
                        look.colourScale().map(NodeScale::range),
                        look.sizeScale().map(NodeScale::range),
                        look.highlight().classIndex(),
                        look.palette());
        if (content.equals(shown)) {
            return;
        }
        shown = content;
        getChildren().clear();
        if (content.graph().nodes() > 0) {
            numbers(content);
            getChildren().add(new RoleLegend(content.palette()));
        }
    }

    /// Colours, and sizes at the right of them.
    private void numbers(Content content) {
        // A box of lines would make room for chips as if it were not as wide as it is.
        BorderPane line = new BorderPane();
        colours(content).ifPresent(line::setCenter);
        content.sizes().map(sizes -> sizeLegend(content, sizes)).ifPresent(line::setRight);
        if (!line.getChildren().isEmpty()) {
            getChildren().add(line);
        }
    }

    private static Node sizeLegend(Content content, ScaleRange sizes) {
        return ScaleLegend.ofSizes(
                AttributeTitles.of(content.style().sizeBy()), sizes, content.palette());
    }

    private Optional<Node> colours(Content content) {
        Palette palette = content.palette();
        return switch (content.style().colour()) {
            case CLASS, PREDICTION -> {
                List<String> classes = content.graph().classes();
                yield classes.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new ClassLegend(
                                        classes, content.highlight(), palette, onHighlight));
            }
            case CORRECTNESS ->
                    Optional.of(
                            new ColourLegend(
                                    palette,
                                    List.of(
                                            new ColourLegend.Entry(
                                                    Messages.get("canvas.legend.right"),
                                                    palette.good()),
                                            new ColourLegend.Entry(
                                                    Messages.get("canvas.legend.wrong"),
                                                    palette.bad()))));
            case ROLE ->
                    Optional.of(
                            new ColourLegend(
                                    palette,
                                    Appearance.roles().entrySet().stream()
                                            .map(role ->
                                                    new ColourLegend.Entry(
                                                            Messages.get(role.getKey()),
                                                            role.getValue()))
                                            .toList()));
            case CONFIDENCE, LOSS, ATTENTION, ATTRIBUTE ->
                    content.colours()
                            .map(range ->
                                    ScaleLegend.ofColours(title(content.style()), range, palette));
        };
    }

    private static String title(NodeStyle style) {
        return style.colour() == ColourMode.ATTRIBUTE
                ? AttributeTitles.of(style.colourBy())
                : style.colour().title();
    }
}
