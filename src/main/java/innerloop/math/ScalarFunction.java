package innerloop.math;

/// Functions of one number that a [Backend] maps over a matrix. `a` is the function's parameter (a slope).
///
/// Each derivative is again in this list or a product of values, so that derivatives of any order exist.
public enum ScalarFunction {
    /// max(x, 0).
    RELU {
        @Override
        public double apply(double x, double a) {
            return x > 0 ? x : 0;
        }
    },
    /// 1 for x > 0, otherwise 0: the derivative of RELU, 0 at 0 by convention.
    STEP {
        @Override
        public double apply(double x, double a) {
            return x > 0 ? 1 : 0;
        }
    },
    /// x for x > 0, otherwise a·x.
    LEAKY_RELU {
        @Override
        public double apply(double x, double a) {
            return x > 0 ? x : a * x;
        }
    },
    /// 1 for x > 0, otherwise a: the derivative of LEAKY_RELU.
    LEAKY_STEP {
        @Override
        public double apply(double x, double a) {
            return x > 0 ? 1 : a;
        }
    },
    /// x for x > 0, otherwise exp(x) − 1.
    ELU {
        @Override
        public double apply(double x, double a) {
            return x > 0 ? x : Math.expm1(x);
        }
    },
    /// 1 for x > 0, otherwise exp(x): the derivative of ELU.
    ELU_SLOPE {
        @Override
        public double apply(double x, double a) {
            return x > 0 ? 1 : Math.exp(x);
        }
    },
    /// 0 for x > 0, otherwise exp(x): the second and every further derivative of ELU.
    ELU_CURVATURE {
        @Override
        public double apply(double x, double a) {
            return x > 0 ? 0 : Math.exp(x);
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
    public abstract double apply(double x, double a);
}
