package innerloop.calculus;

import innerloop.calculus.LossSlice.Arrow;
import innerloop.calculus.LossSlice.Spot;
import innerloop.experiment.InputException;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import innerloop.phrase.Trouble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Slices the losses of an episode along a plane through θ₀. The plane is spanned by the first two of some vectors that are not one
/// direction; it reaches as far as the inner loop moves θ, and a quarter more.
final class LossSlicer {

    /// Steps of the grid from one side to the other, and those of the first look.
    private static final int STEPS = 12;

    private static final int FIRST_LOOK = 6;

    private static final double MARGIN = 1.25;

    /// A vector of which no more than this is left is not another direction.
    private static final double LEAST_LEFT = 1e-9;

    private final InnerLosses losses;
    private final ParameterSpace space;
    private final List<Parameters> path;
    private final Parameters exact;
    private final Parameters first;

    /// @param path θ₀ … θ_K
    LossSlicer(InnerLosses losses, List<Parameters> path) {
        this.losses = losses;
        this.space = losses.space();
        this.path = path;
        List<Parameters> lines = losses.backward(path);
        this.exact = against(lines.getFirst());
        this.first = against(lines.getLast());
    }

    private Parameters against(Parameters gradient) {
        Parameters turned = losses.copy(gradient);
        space.add(turned, -2, gradient);
        return turned;
    }

    /// Slices a loss.
    ///
    /// @param pausePoint called between points; may throw to give up
    /// @param soFar takes the same on a coarser grid
    /// @throws InputException if the meta-gradient is not finite
    LossSlice slice(LossSlice.Wanted wanted, Runnable pausePoint, Consumer<LossSlice> soFar)
            throws InputException {
        if (!Double.isFinite(space.norm(exact) + space.norm(first))) {
            throw new InputException(Trouble.of("explain.metaGradient"), "learner.innerRate");
        }
        InnerLosses.Loss loss = loss(wanted.loss());
        Parameters move = losses.copy(path.getLast());
        space.add(move, -1, path.getFirst());
        List<Parameters> axes =
                axes(
                        switch (wanted.through()) {
                            case GRADIENTS -> List.of(exact, first, move);
                            case PATH -> List.of(move, exact, first);
                        });
        double moved = space.norm(move);
        double reach = moved > 0 ? MARGIN * moved : 1;
        List<Spot> spots = new ArrayList<>();
        for (int k = 0; k < path.size(); k++) {
            pausePoint.run();
            spots.add(spot(k, axes, loss));
        }
        Parameters gradient = gradient(wanted.loss());
        LossSlice frame =
                new LossSlice(
                        wanted,
                        List.of(),
                        new double[0],
                        spots,
                        arrow(exact, axes, gradient, loss),
                        arrow(first, axes, gradient, loss),
                        space.cosine(exact, first));
        double[] all = new double[(STEPS + 1) * (STEPS + 1)];
        Arrays.fill(all, Double.NaN);
        int stride = STEPS / FIRST_LOOK;
        for (int row = 0; row <= STEPS; row += stride) {
            for (int column = 0; column <= STEPS; column += stride) {
                pausePoint.run();
                all[row * (STEPS + 1) + column] = at(row, column, reach, axes, loss);
            }
        }
        soFar.accept(with(frame, reach, all, stride));
        for (int row = 0; row <= STEPS; row++) {
            for (int column = 0; column <= STEPS; column++) {
                if (row % stride != 0 || column % stride != 0) {
                    pausePoint.run();
                    all[row * (STEPS + 1) + column] = at(row, column, reach, axes, loss);
                }
            }
        }
        return with(frame, reach, all, 1);
    }

    private InnerLosses.Loss loss(LossSlice.Loss which) {
        return switch (which) {
            case AFTER -> theta -> losses.after(theta, path.size() - 1);
            case QUERY -> losses::queryLoss;
            case SUPPORT -> losses::supportLoss;
        };
    }

    private Parameters gradient(LossSlice.Loss which) {
        return switch (which) {
            case AFTER -> against(exact);
            case QUERY -> losses.copy(losses.queryGradient(path.getFirst()));
            case SUPPORT -> losses.copy(losses.supportGradient(path.getFirst()));
        };
    }

    /// Two directions of length 1 at right angles; the second is zero where all vectors have one direction.
    private List<Parameters> axes(List<Parameters> vectors) {
        List<Parameters> axes = new ArrayList<>();
        for (Parameters vector : vectors) {
            Parameters left = losses.copy(vector);
            for (Parameters axis : axes) {
                space.add(left, -space.dot(axis, vector), axis);
            }
            double length = space.norm(left);
            if (axes.size() < 2 && length > LEAST_LEFT * space.norm(vector)) {
                Parameters axis = losses.copy(left);
                space.add(axis, 1 / length - 1, left);
                axes.add(axis);
            }
        }
        while (axes.size() < 2) {
            axes.add(new ParameterSpace(space.backend(), space.specs()).zero());
        }
        return axes;
    }

    private Spot spot(int k, List<Parameters> axes, InnerLosses.Loss loss) {
        int mark = space.mark();
        Parameters from = space.minus(path.get(k), path.getFirst());
        double x = space.dot(axes.getFirst(), from);
        double y = space.dot(axes.getLast(), from);
        space.add(from, -x, axes.getFirst());
        space.add(from, -y, axes.getLast());
        double beside = space.norm(from);
        space.release(mark);
        return new Spot(k, x, y, beside, loss.at(path.get(k)));
    }

    private Arrow arrow(
            Parameters vector, List<Parameters> axes, Parameters gradient, InnerLosses.Loss loss) {
        double length = space.norm(vector);
        Parameters unit = losses.copy(vector);
        space.add(unit, length > 0 ? 1 / length - 1 : 0, vector);
        return new Arrow(
                space.dot(axes.getFirst(), vector),
                space.dot(axes.getLast(), vector),
                length,
                new Check(
                        "",
                        "slope",
                        space.dot(gradient, unit),
                        losses.slope(loss, path.getFirst(), unit)));
    }

    private static double coordinate(int step, double reach) {
        return reach * (2.0 * step / STEPS - 1);
    }

    private double at(
            int row, int column, double reach, List<Parameters> axes, InnerLosses.Loss loss) {
        int mark = space.mark();
        Parameters theta = space.copy(path.getFirst());
        space.add(theta, coordinate(column, reach), axes.getFirst());
        space.add(theta, coordinate(row, reach), axes.getLast());
        double there = loss.at(theta);
        space.release(mark);
        return there;
    }

    private static LossSlice with(LossSlice frame, double reach, double[] all, int stride) {
        int[] kept = IntStream.rangeClosed(0, STEPS).filter(k -> k % stride == 0).toArray();
        return new LossSlice(
                frame.wanted(),
                Arrays.stream(kept).mapToObj(k -> coordinate(k, reach)).toList(),
                Arrays.stream(kept)
                        .boxed()
                        .flatMapToDouble(row ->
                                Arrays.stream(kept)
                                        .mapToDouble(column -> all[row * (STEPS + 1) + column]))
                        .toArray(),
                frame.path(),
                frame.exact(),
                frame.first(),
                frame.cosine());
    }
}
