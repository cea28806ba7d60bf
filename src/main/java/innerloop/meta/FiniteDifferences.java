package innerloop.meta;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.nn.ParameterSpace;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// Slopes of a function `f` of parameters, measured without any derivative: for a unit direction `u`,
/// `(f(θ + h u) − f(θ − h u)) / 2h`. A gradient `v` is right if it gives the same slopes, `⟨v, u⟩`.
///
/// The directions are `v/‖v‖ + r` for random `r` in which every parameter has the same share of the length, so that a
/// mistake in a bias of four numbers is not lost among a weight's ten thousand. Each slope is measured with several
/// `h`: too long a step meets the curvature (error `h² f''' / 6`), too short a one the rounding of `f` (error
/// `2⁻⁵³ f / h`), so the best agreement counts. `h = s · min(1 + ‖θ‖, 1/‖v‖)` with [#STEPS] for `s` moves θ by a
/// small part of its length and `f` by about `s` at most. Where an activation has a kink, an inner step jumps as its
/// argument crosses it, and `f` with it; so as long as nothing agrees, [#SHORT_STEPS] are tried, which cross fewer
/// kinks. Source: Nocedal and Wright 2006, section 8.1.
final class FiniteDifferences {

    private static final int RANDOM_DIRECTIONS = 4;
    private static final double[] STEPS = {1e-4, 1e-5, 1e-6};
    private static final double[] SHORT_STEPS = {1e-7, 1e-8, 1e-9};

    /// An error that is not worth shorter steps.
    private static final double SMALL = 1e-6;

    /// What was measured along a unit direction, with each of the steps.
    private record Slope(Parameters along, List<Double> measured) {}

    private final ToDoubleFunction<Parameters> f;
    private final Parameters theta;
    private final Parameters gradient;
    private final ParameterSpace space;
    private final ParameterSpace moved;
    private final Backend backend;
    private final double norm;
    private final double reach;
    private final List<Slope> slopes = new ArrayList<>();

    /// Measures slopes of `f` at θ along the directions that `gradient` and chance suggest.
    FiniteDifferences(
            Backend backend,
            ToDoubleFunction<Parameters> f,
            Parameters theta,
            Parameters gradient,
            SplittableRandom random) {
        this.backend = backend;
        this.f = f;
        this.theta = theta;
        this.gradient = gradient;
        this.space = new ParameterSpace(backend, theta.specs());
        this.moved = new ParameterSpace(backend, theta.specs());
        this.norm = space.norm(gradient);
        this.reach = Math.min(1 + space.norm(theta), 1 / norm);
        for (int k = 0; k < RANDOM_DIRECTIONS; k++) {
            Parameters direction = random(random);
            if (norm > 0) {
                space.add(direction, 1 / norm, gradient);
            }
            measure(direction);
        }
    }

    private Parameters random(SplittableRandom random) {
        List<Matrix> values = new ArrayList<>();
        for (ParameterSpec spec : theta.specs()) {
            double[] numbers = new double[spec.rows() * spec.columns()];
            double squares = 0;
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = random.nextGaussian();
                squares += numbers[i] * numbers[i];
            }
            double scale = 1 / Math.sqrt(squares * theta.specs().size());
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] *= scale;
            }
            values.add(backend.matrix(spec.rows(), spec.columns(), numbers));
        }
        return new Parameters(theta.specs(), values);
    }

    /// Measures along one more direction; nothing if it is 0 or not finite.
    void measure(Parameters direction) {
        double length = space.norm(direction);
        if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
            return;
        }
        Parameters unit = space.zero();
        space.add(unit, 1 / length, direction);
        Slope slope = new Slope(unit, new ArrayList<>());
        for (double step : STEPS) {
            measure(slope, step * reach);
        }
        for (double step : SHORT_STEPS) {
            if (error(slope, gradient) > SMALL) {
                measure(slope, step * reach);
            }
        }
        slopes.add(slope);
    }

    private void measure(Slope slope, double h) {
        slope.measured().add((at(slope.along(), h) - at(slope.along(), -h)) / (2 * h));
    }

    private double at(Parameters unit, double h) {
        moved.reset(theta.specs());
        return f.applyAsDouble(moved.plus(theta, h, unit));
    }

    /// The largest disagreement of `⟨v, u⟩` with what was measured along a `u`, relative to the norm of the gradient the
    /// directions were made for. Infinite where nothing finite was measured.
    double error(Parameters v) {
        double worst = slopes.isEmpty() ? Double.POSITIVE_INFINITY : 0;
        for (Slope slope : slopes) {
            worst = Math.max(worst, error(slope, v));
        }
        return worst;
    }

    private double error(Slope slope, Parameters v) {
        double promised = 0;
        for (int p = 0; p < v.specs().size(); p++) {
            promised += backend.dot(v.values().get(p), slope.along().values().get(p));
        }
        double best = Double.POSITIVE_INFINITY;
        for (double measured : slope.measured()) {
            double error = Math.abs(promised - measured);
            // A step that leads to no number agrees with nothing.
            if (error < best) {
                best = error;
            }
        }
        return best == 0 ? 0 : best / norm;
    }
}
