package innerloop.plot;

import java.util.ArrayList;
import java.util.List;

/// Turns a band into areas without breaks: one for each run of finite borders, with one lower and
/// one upper point (the extremes) per pixel column.
final class BandAreas {
    private final Fill fill;
    private final List<Mark> areas = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>();

    private BandAreas(Fill fill) {
        this.fill = fill;
    }

    static List<Mark> of(Trace.Band band, Axis x, Axis y, Fill fill) {
        BandAreas areas = new BandAreas(fill);
        for (int i = band.from(); i < band.to(); i++) {
            double low = y.px(band.lower()[i]);
            double high = y.px(band.upper()[i]);
            areas.add(x.px(band.steps()[i]), Math.min(low, high), Math.max(low, high));
        }
        areas.close();
        return areas.areas;
    }

    private void add(double x, double top, double bottom) {
        // The minimum of a number and NaN is NaN, so both are NaN if one border is.
        if (Double.isNaN(top)) {
            close();
            return;
        }
        double[] last = columns.isEmpty() ? null : columns.getLast();
        if (last != null && Math.floor(last[0]) == Math.floor(x)) {
            last[1] = Math.min(last[1], top);
            last[2] = Math.max(last[2], bottom);
        } else {
            columns.add(new double[] {x, top, bottom});
        }
    }

    private void close() {
        if (columns.size() > 1) {
            areas.add(new Mark.Area(border(1), border(2), fill));
        }
        columns.clear();
    }

    private Points border(int which) {
        return Points.of(
                columns.stream().mapToDouble(column -> column[0]).toArray(),
                columns.stream().mapToDouble(column -> column[which]).toArray());
    }
}
