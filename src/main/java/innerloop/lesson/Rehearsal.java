package innerloop.lesson;

import innerloop.calculus.Explainer;
import innerloop.experiment.InputException;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import innerloop.training.RunControl;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Plays a lesson from start to end without a window: makes its runs, computes every value, and holds what is written against it.
public final class Rehearsal {

    /// What a part of the lesson came to.
    ///
    /// @param gate the question or the run
    /// @param outcome in words: the right answer
    public record Line(Part.Gate gate, String outcome) {}

    private final Lesson lesson;
    private final Workings workings;
    private final List<Complaint> complaints = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Part.Question> waiting = new ArrayList<>();

    private Rehearsal(Lesson lesson, Workings workings) {
        this.lesson = lesson;
        this.workings = workings;
    }

    /// Plays it.
    public static Rehearsal of(Lesson lesson, Workings workings) {
        Rehearsal rehearsal = new Rehearsal(lesson, workings);
        rehearsal.play();
        return rehearsal;
    }

    /// What is wrong.
    public List<Complaint> complaints() {
        return List.copyOf(complaints);
    }

    /// What it came to, in the order of the lesson.
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    private void play() {
        try {
            workings.graph(null);
        } catch (InputException e) {
            complain(lesson.head().experimentPlace(), e);
            return;
        }
        lesson.introduction().stream().flatMap(Expressions::computed).forEach(this::show);
        for (Step step : lesson.steps()) {
            step.parts().forEach(this::play);
        }
    }

    private void play(Part part) {
        switch (part) {
            case Part.Text text ->
                    text.blocks().stream().flatMap(Expressions::computed).forEach(this::show);
            case Part.Question question -> {
                Stream.of(question.ask(), question.hint())
                        .flatMap(Expressions::computed)
                        .forEach(this::show);
                if (lesson.awaited(question).stream().allMatch(workings::isDone)) {
                    judge(question);
                } else {
                    waiting.add(question);
                }
            }
            case Part.Run run -> perform(run);
            case Part.Look look -> look(look);
        }
    }

    private void perform(Part.Run run) {
        try {
            workings.perform(run, new RunControl());
            lines.add(new Line(run, "done"));
        } catch (InputException e) {
            complain(run.place(), e);
        }
        List<Part.Question> ready =
                waiting.stream()
                        .filter(question ->
                                lesson.awaited(question).stream().allMatch(workings::isDone))
                        .toList();
        waiting.removeAll(ready);
        ready.forEach(this::judge);
    }

    private void judge(Part.Question question) {
        switch (question) {
            case Part.Numeric number -> judge(number);
            case Part.Choice choice -> judge(choice);
        }
    }

    private void judge(Part.Numeric number) {
        try {
            double value = workings.value(number.expect());
            if (!Double.isFinite(value)) {
                complaints.add(
                        new Complaint(number.place(), Trouble.of("lesson.expectedNoNumber")));
                return;
            }
            lines.add(new Line(number, number.form().text(value)));
            double shown = number.form().shown(value);
            if (number.written().isPresent()
                    && !number.tolerance().takes(number.written().getAsDouble(), shown)) {
                complaints.add(
                        new Complaint(
                                number.place(),
                                Trouble.of(
                                        "lesson.answerIs",
                                        number.form().text(value),
                                        NumberForm.USUAL.text(number.written().getAsDouble()))));
            }
        } catch (InputException e) {
            complain(number.place(), e);
        }
    }

    private void judge(Part.Choice choice) {
        choice.options().stream()
                .flatMap(option -> Stream.of(option.text(), option.reply()))
                .flatMap(Expressions::computed)
                .forEach(this::show);
        for (Claim claim : choice.claims()) {
            try {
                if (!workings.holds(claim)) {
                    complaints.add(
                            new Complaint(
                                    claim.place(),
                                    Trouble.of(
                                            "lesson.doesNotHold",
                                            NumberForm.USUAL.text(workings.value(claim.left())),
                                            NumberForm.USUAL.text(workings.value(claim.right())))));
                }
            } catch (InputException e) {
                complain(claim.place(), e);
            }
        }
        lines.add(new Line(choice, "answer " + (choice.best() + 1)));
    }

    private void show(Inline.Computed computed) {
        try {
            workings.value(computed.value());
        } catch (InputException e) {
            complain(computed.place(), e);
        }
    }

    private void look(Part.Look look) {
        if (look.node().isPresent()) {
            try {
                Explainer.node(workings.graph(null), look.node().get());
            } catch (InputException e) {
                complain(look.place(), e);
            }
        }
    }

    private void complain(Place place, InputException e) {
        complaints.add(new Complaint(place, new Trouble(e.phrase(), Phrase.NOTHING)));
    }
}
