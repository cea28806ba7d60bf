package innerloop.app.calculus;

import innerloop.app.Messages;
import innerloop.app.Segments;
import innerloop.app.curves.ChartFiles;
import innerloop.app.curves.MarkCanvas;
import innerloop.calculus.Check;
import innerloop.calculus.LossSlice;
import innerloop.colour.Theme;
import innerloop.io.ExplanationPage;
import innerloop.io.LossSliceJson;
import innerloop.plot.PlaneChart;
import innerloop.plot.Points;
import innerloop.plot.TextMeasure;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A slice of a loss around θ₀: the ground of the picture is the loss, on it lie the inner loop's path and the meta-gradient in both
/// orders, with how steep the loss falls along each. The point under the pointer says its loss.
final class SliceView extends VBox {

    private static final double MOST = 400;
    private static final double BELOW = 90;
    private static final double BESIDE = 240;

    private final CalculusViewModel model;
    private final ObjectProperty<LossSlice.Loss> loss;
    private final ObjectProperty<LossSlice.Through> through;
    private final MarkCanvas canvas;
    private final Label told = new Label();
    private final VBox slopes = new VBox();
    private @Nullable PlaneChart chart;
    private String sentence = "";

    SliceView(CalculusViewModel model) {
        super(6);
        this.model = model;
        setId("calculus-slice");
        LossSlice.Wanted wanted = model.sliced().get();
        loss = new SimpleObjectProperty<>(this, "loss", wanted.loss());
        through = new SimpleObjectProperty<>(this, "through", wanted.through());
        canvas = new MarkCanvas("calculus-surface", this::json);
        Segments<LossSlice.Loss> losses =
                new Segments<>(
                        "calculus-loss", "calculus.loss", loss, List.of(LossSlice.Loss.values()));
        Segments<LossSlice.Through> planes =
                new Segments<>(
                        "calculus-through",
                        "calculus.through",
                        through,
                        List.of(LossSlice.Through.values()));
        told.setId("calculus-slice-told");
        told.getStyleClass().addAll("dim", "small-text");
        told.setWrapText(true);
        told.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(new FlowPane(8, 6, losses, planes), new Square(canvas), told, slopes);
        loss.addListener((_, _, _) -> want());
        through.addListener((_, _, _) -> want());
        model.sliced()
                .subscribe(now -> {
                    loss.set(now.loss());
                    through.set(now.through());
                });
        canvas.setOnMouseMoved(this::move);
        canvas.setOnMouseExited(_ -> told.setText(sentence));
        model.slice().subscribe(this::show);
        widthProperty().addListener((_, _, _) -> show(model.slice().get()));
    }

    /// A square, with room for the legend beside or below.
    private static final class Square extends Region {

        private final MarkCanvas canvas;

        Square(MarkCanvas canvas) {
            this.canvas = canvas;
            getChildren().add(canvas);
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        private static boolean isWide(double width) {
            return width >= MOST + BESIDE;
        }

        @Override
        protected double computePrefHeight(double width) {
            return isWide(width) ? MOST : Math.min(width, MOST) + BELOW;
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        @Override
        protected void layoutChildren() {
            double most = isWide(getWidth()) ? MOST + BESIDE : MOST;
            canvas.resizeRelocate(0, 0, Math.min(getWidth(), most), getHeight());
        }
    }

    private void want() {
        model.sliced().set(new LossSlice.Wanted(loss.get(), through.get()));
    }

    private void show(Optional<LossSlice> slice) {
        slopes.getChildren().clear();
        if (slice.isEmpty()) {
            chart = null;
            sentence = Messages.get("calculus.slice.wait");
            canvas.show((_, _, _) -> List.of(), sentence);
        } else {
            LossSlice seen = slice.get();
            PlaneChart drawn = SlicePicture.of(seen);
            chart = drawn;
            sentence = SlicePicture.sentence(seen);
            canvas.show(drawn::marks, sentence);
            slopes.getChildren()
                    .setAll(
                            ValueTable.ofChecks(
                                    List.of(
                                            named("second", seen.exact().slope()),
                                            named("first", seen.first().slope())),
                                    _ -> List.of(),
                                    getWidth() < StepCard.WIDE,
                                    _ -> {}));
        }
        told.setText(sentence);
    }

    private static Check named(String order, Check slope) {
        return new Check(
                "", Messages.get("calculus.slice." + order), slope.value(), slope.difference());
    }

    private void move(MouseEvent event) {
        Optional<LossSlice> slice = model.slice().get();
        PlaneChart drawn = chart;
        if (slice.isEmpty() || drawn == null) {
            return;
        }
        Points at =
                drawn.at(
                        canvas.getWidth(),
                        canvas.getHeight(),
                        TextMeasure.approximate(),
                        event.getX(),
                        event.getY());
        List<Double> lines = slice.get().at();
        int column = nearest(lines, at.x(0));
        int row = nearest(lines, at.y(0));
        boolean inside = column >= 0 && row >= 0;
        told.setText(
                inside
                        ? Messages.get(
                                "calculus.slice.point",
                                ExplanationPage.number(lines.get(column)),
                                ExplanationPage.number(lines.get(row)),
                                ExplanationPage.number(slice.get().get(row, column)))
                        : sentence);
    }

    /// The line that is nearest; −1 beyond the last.
    private static int nearest(List<Double> lines, double at) {
        double half = (lines.get(1) - lines.get(0)) / 2;
        return IntStream.range(0, lines.size())
                .filter(k -> Math.abs(lines.get(k) - at) <= half)
                .findFirst()
                .orElse(-1);
    }

    private String json() {
        return model.slice().get().map(LossSliceJson::text).orElse("");
    }

    void setTheme(Theme look) {
        canvas.setTheme(look);
    }

    void setFiles(ChartFiles files) {
        canvas.setFiles(files);
    }
}
