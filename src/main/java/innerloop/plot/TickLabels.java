package innerloop.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Ticks from exact decimal values, labelled with as few digits as tell them apart.
final class TickLabels {
    /// Decimals beyond this many are written with an exponent.
    private static final int MOST_DECIMALS = 4;

    private static final BigDecimal THOUSANDS_FROM = BigDecimal.valueOf(10_000);
    private static final BigDecimal MILLIONS_FROM = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal EXPONENT_FROM = BigDecimal.valueOf(10_000_000_000L);

    private TickLabels() {}

    /// Labels of one form and one number of decimals, for values a multiple of `10^exponent` apart.
    static List<Tick> uniform(List<BigDecimal> values, int exponent) {
        BigDecimal greatest = BigDecimal.ZERO;
        for (BigDecimal value : values) {
            greatest = greatest.max(value.abs());
        }
        List<Tick> ticks = new ArrayList<>();
        for (BigDecimal value : values) {
            ticks.add(new Tick(value.doubleValue(), label(value, greatest, exponent)));
        }
        return List.copyOf(ticks);
    }

    /// A label with the digits this value needs, whatever its neighbours need.
    static Tick alone(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        int exponent = bare.precision() == 1 ? -bare.scale() : Math.min(0, -bare.scale());
        return new Tick(value.doubleValue(), label(value, value.abs(), exponent));
    }

    private static String label(BigDecimal value, BigDecimal greatest, int exponent) {
        if (-exponent > MOST_DECIMALS || greatest.compareTo(EXPONENT_FROM) >= 0) {
            return minus(withExponent(value));
        }
        if (greatest.compareTo(MILLIONS_FROM) >= 0) {
            return minus(shortened(value, 6, exponent, "M"));
        }
        if (greatest.compareTo(THOUSANDS_FROM) >= 0) {
            return minus(shortened(value, 3, exponent, "k"));
        }
        return minus(plain(value, -exponent));
    }

    private static String shortened(BigDecimal value, int power, int exponent, String unit) {
        return value.signum() == 0
                ? "0"
                : plain(value.scaleByPowerOfTen(-power), power - exponent) + unit;
    }

    private static String plain(BigDecimal value, int decimals) {
        return value.setScale(Math.max(0, decimals), RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String withExponent(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal bare = value.stripTrailingZeros();
        int exponent = bare.precision() - bare.scale() - 1;
        return bare.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }

    /// A hyphen is too short beside digits.
    private static String minus(String label) {
        return label.replace('-', '−');
    }
}
