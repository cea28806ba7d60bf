package innerloop.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Which share of an axis a value stands at: 0 at `lo`, 1 at `hi`.
public sealed interface Scale {
    /// The value at position 0.
    double lo();

    /// The value at position 1.
    double hi();

    /// The share of the way from lo to hi; outside 0 to 1 beyond them; NaN for a value that has no
    /// place on this scale.
    double position(double value);

    /// The value at a position; the inverse of [#position(double)].
    double value(double position);

    /// Round values within lo and hi, about as many as asked for and never more.
    ///
    /// @param most 2 or more
    List<Tick> ticks(int most);

    /// The scale whose ends are round values at or beyond this one's ends.
    ///
    /// @param most how many ticks there will be at the most
    Scale nice(int most);

    /// Equal distances for equal differences: `position = (value - lo) / (hi - lo)`.
    ///
    /// @param lo finite
    /// @param hi finite, greater than lo
    record Linear(double lo, double hi) implements Scale {
        /// Checks the bounds.
        public Linear {
            if (!(lo < hi) || !Double.isFinite(hi - lo)) {
                throw new IllegalArgumentException("no scale from " + lo + " to " + hi);
            }
        }

        @Override
        public double position(double value) {
            return Double.isFinite(value) ? (value - lo) / (hi - lo) : Double.NaN;
        }

        @Override
        public double value(double position) {
            return lo + position * (hi - lo);
        }

        @Override
        public List<Tick> ticks(int most) {
            return step(most).within(lo, hi);
        }

        /// Ticks at whole numbers only.
        public List<Tick> wholeTicks(int most) {
            TickStep step = step(most);
            return (step.exponent() < 0 ? new TickStep(1, 0) : step).within(lo, hi);
        }

        @Override
        public Linear nice(int most) {
            TickStep step = step(most);
            double low = step.floor(lo);
            double high = step.ceil(hi);
            // Outward rounding may add a tick at either end; one coarser step then suffices.
            if (Math.round((high - low) / step.size()) > most - 1) {
                step = TickStep.atLeast(step.size() * 1.5);
                low = step.floor(lo);
                high = step.ceil(hi);
            }
            return low <= lo && high >= hi && low < high ? new Linear(low, high) : this;
        }

        private TickStep step(int most) {
            return TickStep.atLeast((hi - lo) / (Math.max(2, most) - 1));
        }
    }

    /// Equal distances for equal ratios: `position = log10(value / lo) / log10(hi / lo)`. Values of
    /// zero and less have no place.
    ///
    /// @param lo positive
    /// @param hi finite, greater than lo
    record Log10(double lo, double hi) implements Scale {
        private static final double SLACK = 1e-9;

        /// Checks the bounds.
        public Log10 {
            if (!(lo > 0) || !(lo < hi) || !Double.isFinite(hi)) {
                throw new IllegalArgumentException("no log scale from " + lo + " to " + hi);
            }
        }

        @Override
        public double position(double value) {
            return value > 0 && Double.isFinite(value)
                    ? (Math.log10(value) - Math.log10(lo)) / (Math.log10(hi) - Math.log10(lo))
                    : Double.NaN;
        }

        @Override
        public double value(double position) {
            double from = Math.log10(lo);
            return Math.pow(10, from + position * (Math.log10(hi) - from));
        }

        /// Powers of ten with their doubles and fives if there is room, else every decade, every
        /// second, …; linear ticks where the scale covers too little of a decade.
        @Override
        public List<Tick> ticks(int most) {
            List<Tick> fine = rounds(1, 1, 2, 5);
            if (fine.size() < 2) {
                return new Linear(lo, hi).ticks(most);
            }
            if (fine.size() <= most) {
                return fine;
            }
            int every = 1;
            List<Tick> decades = rounds(every, 1);
            while (decades.size() > Math.max(2, most)) {
                every++;
                decades = rounds(every, 1);
            }
            return decades.size() < 2 ? new Linear(lo, hi).ticks(most) : decades;
        }

        @Override
        public Log10 nice(int most) {
            if (hi / lo < 3) {
                // Between 1, 2 and 5 there is too much air for so little.
                Linear near = new Linear(lo, hi).nice(most);
                return near.lo() > 0 ? new Log10(near.lo(), near.hi()) : this;
            }
            double low = Double.NaN;
            double high = Double.NaN;
            // Over some decades whole decades are round; over few that would leave too much air.
            int[] digits = hi / lo >= 100 ? new int[] {1} : new int[] {1, 2, 5};
            int first = (int) Math.floor(Math.log10(lo)) - 1;
            int last = (int) Math.ceil(Math.log10(hi)) + 1;
            for (int exponent = first; exponent <= last; exponent++) {
                for (int digit : digits) {
                    double value = round(digit, exponent).doubleValue();
                    if (value > 0 && value <= lo * (1 + SLACK)) {
                        low = value;
                    }
                    if (Double.isNaN(high) && value >= hi * (1 - SLACK)) {
                        high = value;
                    }
                }
            }
            return low > 0 && high < Double.POSITIVE_INFINITY ? new Log10(low, high) : this;
        }

        private List<Tick> rounds(int every, int... digits) {
            List<Tick> ticks = new ArrayList<>();
            int first = (int) Math.floor(Math.log10(lo));
            int last = (int) Math.floor(Math.log10(hi) + SLACK);
            for (int exponent = first; exponent <= last; exponent++) {
                for (int digit : digits) {
                    BigDecimal value = round(digit, exponent);
                    double at = position(value.doubleValue());
                    if (exponent % every == 0 && at >= -SLACK && at <= 1 + SLACK) {
                        ticks.add(TickLabels.alone(value));
                    }
                }
            }
            return List.copyOf(ticks);
        }

        private static BigDecimal round(int digit, int exponent) {
            return BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
        }
    }
}
