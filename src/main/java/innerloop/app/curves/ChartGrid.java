package innerloop.app.curves;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Charts in equal cells: as many beside each other as stay readable, in rows of the same length. Where there is no room for
/// all rows, whole ones fill it.
final class ChartGrid extends Region {

    private static final double LEAST_WIDTH = 230;
    private static final double LEAST_HEIGHT = 130;
    private static final double GAP = 8;

    private double room;

    /// There is so much room for the rows that are seen at once.
    void setRoom(double height) {
        if (height != room) {
            room = height;
            requestLayout();
        }
    }

    /// How many rows are beyond those that are seen at once.
    int hiddenRows() {
        return Math.max(0, rows(getWidth()) - seen());
    }

    private int seen() {
        return Math.max(1, (int) ((room + GAP) / (LEAST_HEIGHT + GAP)));
    }

    /// Shows these charts.
    void show(List<ChartCanvas> charts) {
        if (!getChildren().equals(charts)) {
            getChildren().setAll(charts);
        }
    }

    private int rows(double width) {
        int fitting = Math.max(1, (int) ((width + GAP) / (LEAST_WIDTH + GAP)));
        return Math.ceilDiv(getChildren().size(), fitting);
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
    protected double computeMinHeight(double width) {
        int rows = rows(width < 0 ? getWidth() : width);
        // Rows that are all seen take what there is: their card may be low.
        int seen = seen();
        return rows <= seen ? 0 : Math.floor(rows * (room + GAP) / seen - GAP);
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected void layoutChildren() {
        int count = getChildren().size();
        int rows = Math.max(1, rows(getWidth()));
        int columns = Math.max(1, Math.ceilDiv(count, rows));
        double width = Math.floor((getWidth() - (columns - 1) * GAP) / columns);
        double height = Math.floor((getHeight() - (rows - 1) * GAP) / rows);
        for (int i = 0; i < count; i++) {
            Node chart = getChildren().get(i);
            int column = i % columns;
            int row = i / columns;
            chart.resizeRelocate(column * (width + GAP), row * (height + GAP), width, height);
        }
    }
}
