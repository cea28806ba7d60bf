package innerloop.math;

/// Functions of one number that a [Backend] maps over a matrix. `a` is the function's parameter (a slope).
///
/// Each derivative is again in this list or a product of values, so that derivatives of any order exist.
public enum ScalarFunction {
    /// max(x, 0).
    RELU {
        @Override
        public double on(boolean above, double x, double a) {
            return above ? x : 0;
        }
    },
    /// 1 for x > 0, otherwise 0: the derivative of RELU, 0 at 0 by convention.
    STEP {
        @Override
        public double on(boolean above, double x, double a) {
            return above ? 1 : 0;
        }
    },
    /// x for x > 0, otherwise a·x.
    LEAKY_RELU {
        @Override
        public double on(boolean above, double x, double a) {
            return above ? x : a * x;
        }
    },
    /// 1 for x > 0, otherwise a: the derivative of LEAKY_RELU.
    LEAKY_STEP {
        @Override
        public double on(boolean above, double x, double a) {
            return above ? 1 : a;
        }
    },
    /// x for x > 0, otherwise exp(x) − 1.
    ELU {
        @Override
        public double on(boolean above, double x, double a) {
            return above ? x : Math.expm1(x);
        }
    },
    /// 1 for x > 0, otherwise exp(x): the derivative of ELU.
    ELU_SLOPE {
        @Override
        public double on(boolean above, double x, double a) {
            return above ? 1 : Math.exp(x);
        }
    },
    /// 0 for x > 0, otherwise exp(x): the second and every further derivative of ELU.
    ELU_CURVATURE {
        @Override
        public double on(boolean above, double x, double a) {
            return above ? 0 : Math.exp(x);
        }
    },
    /// Hyperbolic tangent.
    TANH {
        @Override
        public double apply(double x, double a) {
            return Math.tanh(x);
        }
    },
    /// 1 / (1 + exp(−x)).
    SIGMOID {
        @Override
        public double apply(double x, double a) {
            return 1 / (1 + Math.exp(-x));
        }
    },
    /// 1 / √(x + a), for x ≥ 0; a keeps it finite at 0.
    RSQRT {
        @Override
        public double apply(double x, double a) {
            return 1 / Math.sqrt(x + a);
        }
    },
    /// log(1 + exp(x)), which does not overflow; its derivative is SIGMOID.
    SOFTPLUS {
        @Override
        public double apply(double x, double a) {
            return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
        }
    },
    /// exp(x).
    EXP {
        @Override
        public double apply(double x, double a) {
            return Math.exp(x);
        }
    },
    /// exp(x) − 1, exact near 0 too; its derivative is EXP.
    EXPM1 {
        @Override
        public double apply(double x, double a) {
            return Math.expm1(x);
        }
    };

    /// The function's value at x; NaN stays NaN only where arithmetic keeps it.
    public double apply(double x, double a) {
        return on(x > 0, x, a);
    }

    /// The value at x of the formula for numbers above 0, or of that for others. A function without a kink at 0 has one formula.
    public double on(boolean above, double x, double a) {
        return apply(x, a);
    }

    /// How a function's formula for numbers above 0 and that for others meet.
    public enum Joint {
        /// They are the same.
        NONE,
        /// With one slope, as those of ELU, or as one of the derivatives of such a function.
        SMOOTH,
        /// With a kink, as those of RELU, or as the derivative of such a function.
        KINK
    }

    /// How its two formulas meet.
    public Joint joint() {
        return switch (this) {
            case RELU, STEP, LEAKY_RELU, LEAKY_STEP -> Joint.KINK;
            case ELU, ELU_SLOPE, ELU_CURVATURE -> Joint.SMOOTH;
            case TANH, SIGMOID, RSQRT, SOFTPLUS, EXP, EXPM1 -> Joint.NONE;
        };
    }
}
