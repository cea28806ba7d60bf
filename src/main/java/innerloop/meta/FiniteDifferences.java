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

/// Central differences of a function `f` of parameters: for a unit direction `u`, the directional derivative is about
/// `(f(θ + h u) − f(θ − h u)) / 2h`. A gradient `v` is right if `⟨v, u⟩` agrees with it.
///
/// The directions are `v/‖v‖ + r` for random `r` in which every parameter has the same share of the length, so that a
/// mistake in a bias of four numbers is not lost among a weight's ten thousand. Each derivative is measured with several
/// `h`: with too long a step curvature dominates the error (`h² f''' / 6`), with too short a one the rounding of `f`
/// (`2⁻⁵³ f / h`), so the best agreement counts. `h = s · min(1 + ‖θ‖, 1/‖v‖)` with [#STEPS] for `s` moves θ by a small
/// part of its length and changes `f` by about `s` at most. `f` must
/// be smooth, which a loss with kinks is not by itself ([innerloop.autodiff.Branches]). Source: Nocedal and Wright 2006,
/// section 8.1.
final class FiniteDifferences {

    private static final int RANDOM_DIRECTIONS = 4;
    private static final double[] STEPS = {1e-4, 1e-5, 1e-6};

    /// The derivatives measured along a unit direction, one for each step length.
    private record Slope(Parameters along, List<Double> measured) {}

    private final ToDoubleFunction<Parameters> f;
    private final Parameters theta;
    private final ParameterSpace space;
    private final ParameterSpace moved;
    private final Backend backend;
    private final double norm;
    private final double reach;
    private final List<Slope> slopes = new ArrayList<>();

    /// Measures derivatives of `f` at θ along random directions near `gradient`.
    FiniteDifferences(
            Backend backend,
            ToDoubleFunction<Parameters> f,
            Parameters theta,
            Parameters gradient,
            SplittableRandom random) {
        this.backend = backend;
        this.f = f;
        this.theta = theta;
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

    /// Measures along one more direction, unless it is 0 or not finite.
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
        slopes.add(slope);
    }

    private void measure(Slope slope, double h) {
        slope.measured().add((at(slope.along(), h) - at(slope.along(), -h)) / (2 * h));
    }

    private double at(Parameters unit, double h) {
        moved.reset(theta.specs());
        return f.applyAsDouble(moved.plus(theta, h, unit));
    }

    /// The largest disagreement of `⟨v, u⟩` with the derivative measured along a `u`, relative to the norm of the gradient the
    /// directions were made for. Infinite if no finite derivative was measured.
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
            // A step to a value that is not finite agrees with nothing.
            if (error < best) {
                best = error;
            }
        }
        return best == 0 ? 0 : best / norm;
    }
}
