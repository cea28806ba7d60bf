package innerloop.math;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/// The fused multiply-add of the float32 engine: `a · b + c`, rounded once.
///
/// Every processor since 2013 has an instruction for it. Where there is none, [Math#fma(float, float, float)] computes with
/// decimal numbers of any length; doubles do the same in a few operations.
final class Fused {

    /// Whether the processor has the instruction, and Java uses it.
    static final boolean HARDWARE = hardware();

    private Fused() {}

    private static boolean hardware() {
        HotSpotDiagnosticMXBean machine =
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        try {
            return machine == null
                    || Boolean.parseBoolean(machine.getVMOption("UseFMA").getValue());
        } catch (IllegalArgumentException _) {
            // Another virtual machine, which does not say.
            return true;
        }
    }

    /// a · b + c
    static float multiplyAdd(float a, float b, float c) {
        return HARDWARE ? Math.fma(a, b, c) : inDoubles(a, b, c);
    }

    /// The same in doubles, which hold the product exactly. The sum is rounded to odd (Boldo and Melquiond 2008): if
    /// it is not exact, its last bit is made 1, so that rounding it to a float rounds as the exact sum would.
    static float inDoubles(float a, float b, float c) {
        double product = (double) a * b;
        double sum = product + c;
        double part = sum - product;
        double lost = (product - (sum - part)) + (c - part);
        long bits = Double.doubleToRawLongBits(sum);
        if (lost != 0 && (bits & 1) == 0 && Double.isFinite(sum)) {
            sum = Double.longBitsToDouble(bits + (lost > 0 == sum > 0 ? 1 : -1));
        }
        return (float) sum;
    }
}
