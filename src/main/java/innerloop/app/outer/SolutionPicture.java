package innerloop.app.outer;

import innerloop.app.Messages;
import innerloop.app.curves.MarkCanvas;
import innerloop.colour.Colour;
import innerloop.microscope.Solution;
import innerloop.plot.Dash;
import innerloop.plot.Fill;
import innerloop.plot.Mark;
import innerloop.plot.MatrixChart;
import innerloop.plot.SpotChart;
import innerloop.plot.Stroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What a head that is computed makes of an episode, as a picture: class means with lines from each query example to the nearest;
/// or the matrix of the equations of ridge regression, beside their solution.
final class SolutionPicture {

    private static final double MEAN = 7;
    private static final double SUPPORT = 4.5;
    private static final double QUERY = 4;
    private static final double RIGHT = 0.35;

    private SolutionPicture() {}

    /// @param number of the episode, counted from 0
    /// @param names of its classes
    static MarkCanvas.Layout of(Solution solution, int number, List<String> names) {
        return switch (solution) {
            case Solution.Means means -> {
                SpotChart chart = chart(means, number, names);
                yield (width, height, _) -> chart.marks(width, height);
            }
            case Solution.Equations equations -> {
                MatrixChart chart = chart(equations, number);
                yield chart::marks;
            }
        };
    }

    /// A line is solid where the nearest mean is that of the right class.
    private static SpotChart chart(Solution.Means means, int number, List<String> names) {
        List<SpotChart.Spot> spots = new ArrayList<>();
        List<SpotChart.Link> links = new ArrayList<>();
        int asked = means.query().size();
        for (int i = 0; i < asked; i++) {
            Solution.Spot spot = means.query().get(i);
            spots.add(spot(spot, Mark.Shape.SQUARE, QUERY, ""));
            int nearest = means.nearest(i);
            Stroke line = Stroke.of(Colour.way(nearest), 1);
            links.add(
                    new SpotChart.Link(
                            i,
                            asked + means.support().size() + nearest,
                            nearest == spot.slot()
                                    ? line.withOpacity(RIGHT)
                                    : line.withDash(Dash.DASHED)));
        }
        means.support().forEach(spot -> spots.add(spot(spot, Mark.Shape.TRIANGLE, SUPPORT, "")));
        means.means()
                .forEach(spot ->
                        spots.add(spot(spot, Mark.Shape.DISC, MEAN, names.get(spot.slot()))));
        String title = Messages.get("outer.solution.means", number + 1, means.share());
        return new SpotChart(title, links, spots);
    }

    private static SpotChart.Spot spot(
            Solution.Spot spot, Mark.Shape shape, double radius, String label) {
        return new SpotChart.Spot(
                spot.x(), spot.y(), shape, radius, Fill.of(Colour.way(spot.slot())), label);
    }

    /// Examples of a class stand together.
    private static MatrixChart chart(Solution.Equations equations, int number) {
        int[] slots = equations.slots();
        int[] order =
                IntStream.range(0, slots.length)
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> slots[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        List<Colour> rows = Arrays.stream(order).mapToObj(i -> Colour.way(slots[i])).toList();
        double[][] kernel = new double[order.length][order.length];
        double[][] weights = new double[order.length][];
        for (int i = 0; i < order.length; i++) {
            weights[i] = equations.weights()[order[i]];
            for (int j = 0; j < order.length; j++) {
                kernel[i][j] = equations.kernel()[order[i]][order[j]];
            }
        }
        int ways = weights.length == 0 ? 0 : weights[0].length;
        return new MatrixChart(
                rows,
                List.of(
                        new MatrixChart.Part(
                                Messages.get("outer.solution.kernel", number + 1), rows, kernel),
                        new MatrixChart.Part(
                                Messages.get("outer.solution.weights"),
                                IntStream.range(0, ways).mapToObj(Colour::way).toList(),
                                weights)));
    }
}
