package innerloop.training;

import innerloop.plot.Ranking;
import innerloop.task.BaselineScore;
import innerloop.task.Measure;
import innerloop.task.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The table of a comparison as a picture: scores with their intervals below each other, and lines at what can be had without
/// training.
public final class ArenaPicture {

    private static final double WIDTH = 720;

    private ArenaPicture() {}

    /// As an SVG document.
    public static String svg(ArenaResult result) {
        return of(result).svg(WIDTH);
    }

    private static Ranking of(ArenaResult result) {
        Optional<ArenaRow> suggested = result.choice().suggested();
        List<Ranking.Row> rows = new ArrayList<>();
        for (ArenaRow row : result.ranked()) {
            boolean marked = suggested.filter(row::equals).isPresent();
            if (row.score().isPresent()) {
                Score score = row.score().get();
                rows.add(
                        new Ranking.Row(
                                row.contender().name(),
                                shown(score.measure(), score.mean()),
                                score.hasInterval() ? shown(score.measure(), score.ci95()) : 0,
                                score.number(),
                                marked));
            } else if (!row.isSound()) {
                rows.add(
                        Ranking.Row.without(
                                row.contender().name(),
                                row.failures().isEmpty() ? "diverged" : "failed"));
            }
        }
        List<Ranking.Level> levels = new ArrayList<>();
        result.baselines().stream().limit(1).map(ArenaPicture::level).forEach(levels::add);
        result.rival().map(ArenaPicture::level).ifPresent(levels::add);
        return new Ranking(
                "%s, %s"
                        .formatted(
                                result.experiment().name(),
                                result.measure().titled(result.measure().named("test"))),
                rows,
                levels);
    }

    private static Ranking.Level level(BaselineScore baseline) {
        Score score = baseline.score();
        return new Ranking.Level(baseline.spoken(), shown(score.measure(), score.mean()));
    }

    /// Shares in percent.
    private static double shown(Measure measure, double value) {
        return measure.isShare() ? 100 * value : value;
    }
}
