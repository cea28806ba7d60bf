package innerloop.app.lesson;

import innerloop.app.Messages;
import innerloop.app.lesson.GateModel.State;
import innerloop.app.prose.Words;
import innerloop.experiment.InputException;
import innerloop.lesson.Answer;
import innerloop.lesson.Inline;
import innerloop.lesson.Lesson;
import innerloop.lesson.Part;
import innerloop.lesson.Step;
import innerloop.lesson.TypedNumber;
import innerloop.lesson.Workings;
import innerloop.training.RaceResult;
import innerloop.training.RunRecord;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableStringValue;
import org.jspecify.annotations.Nullable;

/// A lesson and how far a person is in it. All methods are called on the JavaFX thread.
public final class LessonViewModel {

    private static final String UNKNOWN = "…";

    private final Executor work;
    private final Executor window;
    private final ReadOnlyObjectWrapper<@Nullable Lesson> lesson =
            new ReadOnlyObjectWrapper<>(this, "lesson", null);
    private final IntegerProperty step = new SimpleIntegerProperty(this, "step");
    private final IntegerProperty done = new SimpleIntegerProperty(this, "done");
    private final Map<String, GateModel> gates = new LinkedHashMap<>();
    private final Map<Inline.Computed, SimpleStringProperty> numbers = new HashMap<>();

    /// What is over, by the name of its run: hands the result to the workings.
    private final Map<String, Consumer<Workings>> over = new LinkedHashMap<>();

    private Consumer<List<Answer>> keep = _ -> {};
    private @Nullable Workings workings;

    /// No lesson is open.
    ///
    /// @param work does one thing after another, away from the window
    /// @param window does things on the JavaFX thread
    public LessonViewModel(Executor work, Executor window) {
        this.work = work;
        this.window = window;
    }

    /// Begins a lesson, or goes on with it.
    ///
    /// @param kept what was answered before
    /// @param keeper takes the answers whenever they change
    public void open(
            Lesson opened, Workings values, List<Answer> kept, Consumer<List<Answer>> keeper) {
        close();
        workings = values;
        keep = keeper;
        opened.gates().forEach(gate -> gates.put(gate.id(), new GateModel(gate)));
        for (Answer answer : kept) {
            GateModel gate = gates.get(answer.id());
            if (gate != null) {
                gate.restore(answer);
                gate.say(saying(gate));
            }
        }
        int first = 0;
        while (first < opened.steps().size() - 1 && isPassed(opened.steps().get(first))) {
            first++;
        }
        step.set(first);
        count();
        lesson.set(opened);
    }

    /// Goes on with what is open in another window, in this one's language.
    ///
    /// @param same its lesson in this language
    /// @param values of that lesson
    public void takeOver(
            LessonViewModel before, Lesson same, Workings values, Consumer<List<Answer>> keeper) {
        open(same, values, before.answers(), keeper);
        over.putAll(before.over);
        over.values().forEach(result -> work.execute(() -> result.accept(values)));
        for (GateModel gate : gates.values()) {
            if (gate.part() instanceof Part.Run run && over.containsKey(run.name())) {
                gate.say(Messages.get("lesson.done"));
            }
        }
        step.set(before.step.get());
        computeUnknown();
    }

    /// Ends it; its answers are kept.
    public void close() {
        lesson.set(null);
        gates.clear();
        numbers.clear();
        over.clear();
        keep = _ -> {};
        workings = null;
        count();
    }

    /// Forgets all answers.
    public void startOver() {
        Lesson shown = lesson.get();
        Workings values = workings;
        if (shown != null && values != null) {
            Consumer<List<Answer>> keeper = keep;
            keeper.accept(List.of());
            open(shown, values, List.of(), keeper);
        }
    }

    /// The lesson; null while none is open.
    public ReadOnlyObjectProperty<@Nullable Lesson> lesson() {
        return lesson.getReadOnlyProperty();
    }

    /// Which step is shown, counted from 0.
    public IntegerProperty step() {
        return step;
    }

    /// How many questions and runs are done.
    public IntegerProperty done() {
        return done;
    }

    /// How many there are.
    public int total() {
        return gates.size();
    }

    /// How far a question or a run is.
    public GateModel gate(Part.Gate part) {
        return gates.computeIfAbsent(part.id(), _ -> new GateModel(part));
    }

    /// Whether everything in a step is done.
    public boolean isPassed(Step one) {
        return one.gates().stream().allMatch(gate -> gate(gate).state().get().isPassed());
    }

    /// What was answered so far.
    public List<Answer> answers() {
        return gates.values().stream().map(gate -> gate.answer(question(gate.part()))).toList();
    }

    private static String question(Part.Gate part) {
        return switch (part) {
            case Part.Question question -> Words.of(question.ask());
            case Part.Run run -> run.name();
        };
    }

    /// A person read the hint.
    public void hint(Part.Question question) {
        gate(question).hint();
        changed();
    }

    /// A person answers.
    ///
    /// @param reply as it is typed, or which of the answers, counted from 1
    public void answer(Part.Question question, String reply) {
        GateModel gate = gate(question);
        if (question instanceof Part.Numeric && TypedNumber.of(reply).isEmpty()) {
            gate.set(State.WRONG, Messages.get("lesson.noNumber"));
            return;
        }
        gate.replied(reply);
        if (isAwaiting(question)) {
            gate.set(State.PREDICTED, Messages.get("lesson.predicted"));
            changed();
        } else {
            judge(question, gate, false);
        }
    }

    /// The right answer is shown to whoever gives up.
    public void show(Part.Question question) {
        judge(question, gate(question), true);
    }

    private boolean isAwaiting(Part.Question question) {
        Lesson shown = lesson.get();
        return shown != null
                && shown.awaited(question).stream().anyMatch(run -> !over.containsKey(run.name()));
    }

    private void judge(Part.Question question, GateModel gate, boolean last) {
        switch (question) {
            case Part.Choice choice -> {
                int chosen = chosen(choice, gate.reply());
                boolean right = chosen >= 0 && choice.options().get(chosen).right();
                int best = choice.best();
                gate.expect(Integer.toString(best + 1));
                String reply = chosen < 0 ? "" : Words.of(choice.options().get(chosen).reply());
                judged(gate, right, last, Words.of(choice.options().get(best).text()), reply);
            }
            case Part.Numeric number -> {
                Workings values = workings;
                if (values != null) {
                    work.execute(() -> judge(number, gate, last, values));
                }
            }
        }
    }

    /// The option that was chosen; −1 for none.
    static int chosen(Part.Choice choice, String reply) {
        int chosen = reply.matches("\\d{1,3}") ? Integer.parseInt(reply) - 1 : -1;
        return chosen < choice.options().size() ? chosen : -1;
    }

    private void judge(Part.Numeric number, GateModel gate, boolean last, Workings values) {
        try {
            double value = values.value(number.expect());
            OptionalDouble typed = TypedNumber.of(gate.reply());
            boolean right =
                    typed.isPresent()
                            && number.tolerance()
                                    .takes(typed.getAsDouble(), number.form().shown(value));
            window.execute(() -> {
                gate.expect(number.form().text(value));
                judged(gate, right, last, number.form().text(value), "");
            });
        } catch (InputException e) {
            window.execute(() -> gate.set(State.WRONG, Messages.of(e)));
        }
    }

    /// What is said of an answer that was kept.
    private static String saying(GateModel gate) {
        String answer =
                gate.part() instanceof Part.Choice choice
                        ? Words.of(choice.options().get(choice.best()).text())
                        : gate.expected();
        return switch (gate.state().get()) {
            case RIGHT -> Messages.get("lesson.right", answer);
            case SHOWN -> Messages.get("lesson.shown", answer);
            case PREDICTED -> Messages.get("lesson.predicted");
            case OPEN, WRONG, RUNNING, DONE, FAILED -> "";
        };
    }

    private void judged(GateModel gate, boolean right, boolean last, String answer, String reply) {
        if (right) {
            gate.set(State.RIGHT, Messages.get("lesson.right", answer));
        } else if (last) {
            gate.set(State.SHOWN, Messages.get("lesson.shown", answer));
        } else {
            gate.set(State.WRONG, reply.isEmpty() ? Messages.get("lesson.wrong") : reply);
        }
        changed();
    }

    /// A run goes.
    public void begun(Part.Run run) {
        gate(run).set(State.RUNNING, Messages.get("lesson.running"));
    }

    /// A run came to nothing.
    public void failed(Part.Run run, String why) {
        gate(run).set(State.FAILED, why);
    }

    /// A run is over.
    public void ended(Part.Run run, RunRecord record) {
        take(run, values -> values.done(run, record));
    }

    /// A race is over.
    public void ended(Part.Run run, RaceResult result) {
        take(run, values -> values.done(run, result));
    }

    private void take(Part.Run run, Consumer<Workings> result) {
        Workings values = workings;
        Lesson shown = lesson.get();
        if (values == null || shown == null) {
            return;
        }
        work.execute(() -> result.accept(values));
        over.put(run.name(), result);
        gate(run).set(State.DONE, Messages.get("lesson.done"));
        changed();
        for (GateModel gate : List.copyOf(gates.values())) {
            if (gate.state().get() == State.PREDICTED
                    && gate.part() instanceof Part.Question question
                    && !isAwaiting(question)) {
                judge(question, gate, true);
            }
        }
        computeUnknown();
    }

    private void computeUnknown() {
        numbers.forEach((computed, text) -> {
            if (text.get().equals(UNKNOWN)) {
                compute(computed, text);
            }
        });
    }

    /// A computed number as text; it comes when it is known.
    public ObservableStringValue number(Inline.Computed computed) {
        return numbers.computeIfAbsent(
                computed,
                wanted -> {
                    SimpleStringProperty text = new SimpleStringProperty(UNKNOWN);
                    compute(wanted, text);
                    return text;
                });
    }

    private void compute(Inline.Computed computed, SimpleStringProperty text) {
        Workings values = workings;
        if (values == null) {
            return;
        }
        work.execute(() -> {
            try {
                String known = computed.form().text(values.value(computed.value()));
                window.execute(() -> text.set(known));
            } catch (InputException _) {
                // Its run is not over yet.
            }
        });
    }

    private void changed() {
        count();
        keep.accept(answers());
    }

    private void count() {
        done.set(
                (int)
                        gates.values().stream()
                                .filter(gate -> gate.state().get().isPassed())
                                .count());
    }
}
