package innerloop.app.run;

import innerloop.app.Messages;
import innerloop.training.Checkpoint;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

/// The [Timeline] as two sliders: one that stops at the checkpoints of the run, and one over the steps of the inner loop. Each has
/// a button that plays it and one back to where it follows. What has nothing to choose from is hidden.
public final class TimelineBar extends HBox {

    private final Timeline timeline;
    private final ClockBar outer;
    private final ClockBar inner;

    /// For the steps of this run.
    public TimelineBar(Timeline timeline) {
        super(18);
        this.timeline = timeline;
        setId("timeline");
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("timeline");
        // An arrow goes to the next step that was kept, wherever it is.
        outer =
                new ClockBar(
                        "timeline", this::choose, timeline::move, timeline::follow, this::next);
        inner =
                new ClockBar(
                        "inner",
                        this::chooseInner,
                        timeline::moveInner,
                        timeline::adaptWholly,
                        this::nextInner);
        getChildren().addAll(outer, inner);
        timeline.checkpoints().subscribe(this::place);
        timeline.chosen().subscribe(this::place);
        timeline.inner().subscribe(this::place);
        timeline.innerSteps().subscribe(_ -> place());
        place();
    }

    /// The sliders are where the picture is.
    private void place() {
        List<Checkpoint> all = timeline.checkpoints().get();
        int last = all.isEmpty() ? 0 : all.getLast().step();
        boolean back = timeline.step().isPresent();
        outer.place(timeline.step().orElse(last), all.size() > 1 ? last : 0, back);
        outer.say(
                Messages.get(
                        back ? "timeline.back" : "timeline.follows",
                        Integer.toString(timeline.step().orElse(last)),
                        Integer.toString(last)));
        int steps = timeline.innerSteps().get();
        boolean chosen = timeline.inner().get().isPresent();
        inner.place(timeline.inner().get().orElse(steps), steps, chosen);
        inner.say(
                Messages.get(
                        chosen ? "inner.back" : "inner.follows",
                        timeline.inner().get().orElse(steps),
                        steps));
        setVisible(outer.isVisible() || inner.isVisible());
        setManaged(isVisible());
    }

    private void choose(double value) {
        if (value >= outer.last()) {
            timeline.follow();
        } else {
            timeline.choose(value);
        }
        // A value between two steps stands for the nearer one.
        place();
    }

    private void chooseInner(double value) {
        timeline.chooseInner(value);
        place();
    }

    /// One checkpoint on while playing, from the first one if the last is shown; `false` at the end.
    private boolean next() {
        if (timeline.step().isEmpty()) {
            timeline.choose(0);
        } else {
            timeline.move(1);
        }
        return timeline.step().isPresent();
    }

    private boolean nextInner() {
        timeline.nextInner();
        return timeline.inner().get().isPresent();
    }
}
