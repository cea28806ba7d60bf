package innerloop.app.race;

import innerloop.app.Messages;
import innerloop.app.ScoreTexts;
import innerloop.task.Gain;
import innerloop.task.Measure;
import innerloop.training.Race.Start;
import innerloop.training.RaceCurve;
import innerloop.training.RaceResult;
import java.util.Optional;
import java.util.OptionalInt;

/// What came out of a race, in the words of the window.
final class RaceTexts {

    private RaceTexts() {}

    /// The name of a start.
    static String name(Start start) {
        return Messages.get("race.start." + start);
    }

    /// The same as [RaceResult#sentence].
    static String sentence(RaceResult raced) {
        if (raced.best().isEmpty()) {
            return Messages.get("race.ruined");
        }
        if (!raced.hasGoal()) {
            return Messages.get("race.noGoal", nothing(raced));
        }
        return Messages.get(
                "race.sentence",
                steps(raced, Start.META),
                steps(raced, Start.PRE_TRAINED),
                steps(raced, Start.RANDOM),
                goal(raced),
                verdict(raced),
                after(raced, raced.ownSteps(), "race.after.own"),
                raced.steps() == raced.ownSteps()
                        ? ""
                        : after(raced, raced.steps(), "race.after.end"));
    }

    private static String verdict(RaceResult raced) {
        return Messages.get(
                "race.verdict." + raced.verdict(),
                raced.pacemaker().map(other -> name(other.start())).orElse(""),
                raced.leadAtGoal().map(ScoreTexts::gain).orElse(""),
                Integer.toString(raced.fewestSteps()));
    }

    /// The score of who has learned nothing.
    private static String nothing(RaceResult raced) {
        return Messages.get(
                raced.isFromGuessing() ? "race.from.guessing" : "race.from.untrained",
                raced.measure().text(raced.nothing()));
    }

    private static String steps(RaceResult raced, Start start) {
        OptionalInt taken = raced.stepsToGoal(start);
        return taken.isPresent()
                ? Integer.toString(taken.getAsInt())
                : Messages.get("race.more", Integer.toString(raced.steps()));
    }

    private static String goal(RaceResult raced) {
        Measure measure = raced.measure();
        return Messages.get(
                "race.way",
                RaceResult.SHARE,
                nothing(raced),
                ScoreTexts.name(measure),
                raced.best().orElseThrow().last().meanText(),
                measure.text(raced.goal()));
    }

    private static String after(RaceResult raced, int step, String key) {
        Optional<RaceCurve> rival = raced.rival(step);
        if (rival.isEmpty()) {
            return "";
        }
        Gain lead = rival.get().points().get(step).lead();
        String how =
                Double.isNaN(lead.mean())
                        ? Messages.get("race.notFinite")
                        : Messages.get(
                                "race.lead." + lead.verdict(),
                                name(rival.get().start()),
                                ScoreTexts.gain(lead));
        return Messages.get(key, Integer.toString(step), how);
    }
}
