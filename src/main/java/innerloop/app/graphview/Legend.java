package innerloop.app.graphview;

import innerloop.app.Messages;
import innerloop.app.canvas.Palette;
import innerloop.app.selection.AttributeTitles;
import innerloop.graph.AttributedGraph;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The lines below the canvas that say what colours and shapes mean; a click on a class brings it to the foreground.
final class Legend extends VBox {

    private final IntConsumer onHighlight;
    private @Nullable Content shown;

    /// What the lines depend on: they are made anew only when it changes.
    private record Content(
            AttributedGraph graph,
            NodeStyle style,
            double low,
            double high,
            int highlight,
            Palette palette) {}

    Legend(IntConsumer onHighlight) {
        this.onHighlight = onHighlight;
    }

    void show(Appearance look) {
        Optional<NodeScale> scale = look.colourScale();
        Content content =
                new Content(
                        look.graph(),
                        look.style(),
                        scale.map(NodeScale::low).orElse(0.0),
                        scale.map(NodeScale::high).orElse(0.0),
                        look.highlight(),
                        look.palette());
        if (content.equals(shown)) {
            return;
        }
        shown = content;
        getChildren().clear();
        if (look.graph().nodes() > 0) {
            colours(look, scale);
            getChildren().add(new RoleLegend(look.palette()));
        }
    }

    private void colours(Appearance look, Optional<NodeScale> scale) {
        Palette palette = look.palette();
        switch (look.style().colour()) {
            case CLASS, PREDICTION -> {
                List<String> classes = look.graph().classes();
                if (!classes.isEmpty()) {
                    getChildren()
                            .add(new ClassLegend(classes, look.highlight(), palette, onHighlight));
                }
            }
            case CORRECTNESS ->
                    getChildren()
                            .add(
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
                    getChildren()
                            .add(
                                    new ColourLegend(
                                            palette,
                                            Appearance.roles().entrySet().stream()
                                                    .map(role ->
                                                            new ColourLegend.Entry(
                                                                    Messages.get(role.getKey()),
                                                                    role.getValue()))
                                                    .toList()));
            case CONFIDENCE, LOSS, ATTENTION, ATTRIBUTE ->
                    scale.ifPresent(numbers ->
                            getChildren().add(new ScaleLegend(title(look), numbers, palette)));
        }
    }

    private static String title(Appearance look) {
        ColourMode mode = look.style().colour();
        return mode == ColourMode.ATTRIBUTE
                ? AttributeTitles.of(look.style().colourBy())
                : mode.title();
    }
}
