package innerloop.app.calculus;

import innerloop.app.Messages;
import innerloop.app.theme.Paints;
import innerloop.calculus.Values;
import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.io.ExplanationPage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// A matrix as cells whose colours go from one side of 0 to the other. The cell under the pointer is told with its number.
final class HeatMap extends Region {

    private static final double LARGEST_CELL = 22;
    private static final double LEAST_CELL = 2;
    private static final double MOST_HEIGHT = 260;

    private final Values values;
    private final Theme theme;
    private final Consumer<String> tell;
    private final Pointing pointing;
    private final double largest;
    private final Canvas canvas = new Canvas();
    private int row = -1;
    private int column = -1;
    private int hovered = -1;

    /// @param tell takes what is said of the cell under the pointer; the empty word when it has left
    HeatMap(Values values, Theme theme, Consumer<String> tell, Pointing pointing) {
        this.values = values;
        this.theme = theme;
        this.tell = tell;
        this.pointing = pointing;
        this.largest = Arrays.stream(values.numbers()).map(Math::abs).max().orElse(0);
        getStyleClass().add("heat-map");
        setAccessibleText(Messages.get("calculus.heat", values.shape()));
        canvas.setManaged(false);
        getChildren().add(canvas);
        setOnMouseMoved(this::move);
        setOnMouseExited(_ -> leave());
        widthProperty().addListener((_, _, _) -> requestLayout());
    }

    /// Frames the rows and columns that stand for a node.
    void setHovered(int node) {
        hovered = node;
        draw();
    }

    private void move(MouseEvent event) {
        int r = (int) (event.getY() / cellHeight());
        int c = (int) (event.getX() / cellWidth());
        if (r < 0 || c < 0 || r >= values.rows().size() || c >= values.columns().size()) {
            leave();
        } else if (r != row || c != column) {
            row = r;
            column = c;
            tell.accept(
                    Messages.get(
                            "calculus.cell",
                            entry(values, r, c),
                            ExplanationPage.number(values.get(r, c))));
            List<Integer> nodes = new ArrayList<>(values.rows().nodesAt(r));
            nodes.addAll(values.columns().nodesAt(c));
            pointing.at(nodes);
            draw();
        }
    }

    private void leave() {
        if (row >= 0) {
            row = -1;
            column = -1;
            tell.accept("");
            pointing.at(List.of());
            draw();
        }
    }

    private static String entry(Values values, int row, int column) {
        String name = values.rows().get(row);
        String of = values.columns().get(column);
        return name.isEmpty() ? of : name + ", " + of;
    }

    private double cellWidth() {
        return Math.clamp(getWidth() / values.columns().size(), LEAST_CELL, LARGEST_CELL);
    }

    private double cellHeight() {
        return Math.clamp(MOST_HEIGHT / values.rows().size(), LEAST_CELL, LARGEST_CELL);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return LARGEST_CELL * values.columns().size();
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(cellHeight() * values.rows().size());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.ceil(cellWidth() * values.columns().size()));
        canvas.setHeight(Math.ceil(cellHeight() * values.rows().size()));
        draw();
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        double width = cellWidth();
        double height = cellHeight();
        double gap = Math.min(width, height) > 6 ? 1 : 0;
        for (int r = 0; r < values.rows().size(); r++) {
            for (int c = 0; c < values.columns().size(); c++) {
                g.setFill(Paints.of(theme.diverging(share(values.get(r, c)))));
                g.fillRect(c * width, r * height, width - gap, height - gap);
            }
        }
        g.setStroke(Paints.of(theme, Colour.ACCENT));
        g.setLineWidth(1.5);
        for (int r = 0; r < values.rows().size(); r++) {
            if (values.rows().nodesAt(r).contains(hovered)) {
                g.strokeRect(0.75, r * height + 0.25, canvas.getWidth() - 1.5, height - 0.5);
            }
        }
        for (int c = 0; c < values.columns().size(); c++) {
            if (values.columns().nodesAt(c).contains(hovered)) {
                g.strokeRect(c * width + 0.25, 0.75, width - 0.5, canvas.getHeight() - 1.5);
            }
        }
        if (row >= 0) {
            g.setStroke(Paints.of(theme, Colour.TEXT));
            g.strokeRect(column * width, row * height, width - gap, height - gap);
        }
    }

    private double share(double value) {
        return largest == 0 ? 0.5 : 0.5 + value / (2 * largest);
    }
}
