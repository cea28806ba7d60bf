package innerloop.task;

import innerloop.phrase.Phrase;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The quantity a score is a value of: its range, which direction is better, and how its values are written.
///
/// Measures from 0 to 1 are shares and are written in percent, their differences in points; the others are written as they
/// are.
public enum Measure {
    /// Share of right answers.
    ACCURACY("accuracy", 1, true),
    /// Area under the ROC curve: how often a positive example is ranked before a negative one.
    AUC("auc", 1, true),
    /// Average precision: area under the curve of precision over recall.
    AP("ap", 1, true),
    /// Root of the mean squared error.
    RMSE("rmse", Double.POSITIVE_INFINITY, false),
    /// Mean squared error.
    MSE("mse", Double.POSITIVE_INFINITY, false),
    /// Share of the variance that is explained, `1 − Σ (y − ŷ)² / Σ (y − ȳ)²`: 0 for whoever always names the mean, below 0 for
    /// whoever does worse.
    R2("r2", 1, true, Double.NEGATIVE_INFINITY);

    private final String word;
    private final double lowest;
    private final double highest;
    private final boolean higherIsBetter;

    Measure(String word, double highest, boolean higherIsBetter) {
        this(word, highest, higherIsBetter, 0);
    }

    Measure(String word, double highest, boolean higherIsBetter, double lowest) {
        this.word = word;
        this.lowest = lowest;
        this.highest = highest;
        this.higherIsBetter = higherIsBetter;
    }

    /// Its name for people.
    public Phrase phrase() {
        return Phrase.of("measure." + name());
    }

    /// The measure that files call by this word.
    public static Optional<Measure> of(String word) {
        return Arrays.stream(values()).filter(measure -> measure.word.equals(word)).findAny();
    }

    /// Its name in files, for example `accuracy`.
    public String word() {
        return word;
    }

    /// The upper end of its range, infinite for errors.
    public double highest() {
        return highest;
    }

    /// Whether the larger of two values is the better one.
    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /// Whether its values are shares, written in percent.
    public boolean isShare() {
        return lowest == 0 && highest == 1;
    }

    /// How much better `value` is than `reference`; negative if it is worse.
    public double gain(double value, double reference) {
        return higherIsBetter ? value - reference : reference - value;
    }

    /// A value or the half width of an interval without its unit: `61.4` for a share, `0.732` otherwise.
    public String number(double value) {
        return written("%", value);
    }

    /// A value with its unit: `61.4 %` for a share, `0.732` otherwise.
    public String text(double value) {
        return withUnit(number(value));
    }

    /// A difference with its sign and without its unit: `+2.1` or `-0.031`.
    public String signed(double difference) {
        return written("%+", difference);
    }

    private String written(String flags, double value) {
        return isShare()
                ? String.format(Locale.ROOT, flags + ".1f", 100 * value)
                : String.format(Locale.ROOT, flags + ".3f", value);
    }

    /// Its usual abbreviation: `AUC`, `RMSE`, `R²`.
    public String symbol() {
        return this == R2 ? "R²" : word.toUpperCase(Locale.ROOT);
    }

    /// A title for a value, with the measure's name unless it is accuracy, which everybody expects: `test`, `test AUC`.
    public String named(String title) {
        return this == ACCURACY ? title : title + " " + symbol();
    }

    /// A title with the unit of its values, for a column that holds them: `test %`.
    public String titled(String title) {
        return isShare() ? title + " %" : title;
    }

    /// How a gain of `value` over `reference` is written as a subtraction, both given by their names.
    public String difference(String value, String reference) {
        return higherIsBetter ? value + " − " + reference : reference + " − " + value;
    }

    /// A value that is already written, with its unit.
    String withUnit(String number) {
        return isShare() ? number + " %" : number;
    }

    /// A difference that is already written, with its unit.
    String withPoints(String number) {
        return isShare() ? number + " points" : number;
    }
}
