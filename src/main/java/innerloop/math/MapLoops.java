package innerloop.math;

/// The float32 loops of [Backend#map].
final class MapLoops {

    private MapLoops() {}

    /// f of every number of x, for n numbers; `a` is the parameter of f.
    static void map(ScalarFunction f, float a, float[] x, float[] out, int n) {
        switch (f) {
            case RELU -> {
                for (int i = 0; i < n; i++) {
                    out[i] = x[i] > 0 ? x[i] : 0;
                }
            }
            case STEP -> {
                for (int i = 0; i < n; i++) {
                    out[i] = x[i] > 0 ? 1 : 0;
                }
            }
            case LEAKY_RELU -> {
                for (int i = 0; i < n; i++) {
                    out[i] = x[i] > 0 ? x[i] : a * x[i];
                }
            }
            case LEAKY_STEP -> {
                for (int i = 0; i < n; i++) {
                    out[i] = x[i] > 0 ? 1 : a;
                }
            }
            case RSQRT -> {
                for (int i = 0; i < n; i++) {
                    out[i] = (float) f.apply(x[i], a);
                }
            }
            case ELU, ELU_SLOPE, ELU_CURVATURE, TANH, SIGMOID, SOFTPLUS, EXP, EXPM1 -> {
                if (LaneWidth.VECTORS) {
                    exponential(f, x, out, n);
                } else {
                    for (int i = 0; i < n; i++) {
                        out[i] = exponential(f, x[i]);
                    }
                }
            }
        }
    }

    private static void exponential(ScalarFunction f, float[] x, float[] out, int n) {
        switch (f) {
            case ELU -> ExponentialKernels.elu(x, out, n);
            case ELU_SLOPE -> ExponentialKernels.exponentialBelow(x, 1, out, n);
            case ELU_CURVATURE -> ExponentialKernels.exponentialBelow(x, 0, out, n);
            case TANH -> ExponentialKernels.tanh(x, out, n);
            case SIGMOID -> ExponentialKernels.sigmoid(x, out, n);
            case SOFTPLUS -> ExponentialKernels.softplus(x, out, n);
            case EXP -> ExponentialKernels.exp(x, out, n);
            case EXPM1 -> ExponentialKernels.expm1(x, out, n);
            default -> throw new IllegalArgumentException(f + " is no exponential function");
        }
    }

    private static float exponential(ScalarFunction f, float x) {
        return switch (f) {
            case ELU -> Exponentials.elu(x);
            case ELU_SLOPE -> Exponentials.exponentialBelow(x, 1);
            case ELU_CURVATURE -> Exponentials.exponentialBelow(x, 0);
            case TANH -> Exponentials.tanh(x);
            case SIGMOID -> Exponentials.sigmoid(x);
            case SOFTPLUS -> Exponentials.softplus(x);
            case EXP -> Exponentials.exp(x);
            case EXPM1 -> Exponentials.expm1(x);
            default -> throw new IllegalArgumentException(f + " is no exponential function");
        };
    }
}
