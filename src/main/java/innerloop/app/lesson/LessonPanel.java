package innerloop.app.lesson;

import innerloop.app.Messages;
import innerloop.app.prose.ProseView;
import innerloop.lesson.Lesson;
import innerloop.lesson.Part;
import innerloop.lesson.Step;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One step of a lesson after another. What stands behind a question or a run appears once that is done.
public final class LessonPanel extends BorderPane {

    private final LessonViewModel model;
    private final LessonHost host;
    private final Label title = new Label();
    private final Label count = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final ScrollPane scroll = new ScrollPane();
    private final Button back = new Button(Messages.get("lesson.back"));
    private final Button next = new Button(Messages.get("lesson.next"));

    /// A panel of this lesson.
    ///
    /// @param export saves the answers
    public LessonPanel(LessonViewModel model, LessonHost host, Runnable export) {
        this.model = model;
        this.host = host;
        setId("lesson");
        title.setId("lesson-title");
        title.getStyleClass().add("title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        count.setId("lesson-count");
        count.getStyleClass().addAll("dim", "small-text");
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox head = new VBox(4, title, bar, count);
        head.getStyleClass().add("lesson-head");
        setTop(head);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setId("lesson-scroll");
        setCenter(scroll);
        setBottom(foot(export));
        model.lesson().subscribe(_ -> show());
        model.step().subscribe(_ -> show());
        model.done().subscribe(_ -> progress());
    }

    private Node foot(Runnable export) {
        back.setId("lesson-back");
        back.setOnAction(_ -> model.step().set(model.step().get() - 1));
        next.setId("lesson-next");
        next.setOnAction(_ -> model.step().set(model.step().get() + 1));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox steps = new HBox(6, back, gap, next);
        Button answers = quiet("lesson.answers", "lesson-answers");
        answers.setOnAction(_ -> export.run());
        Button again = quiet("lesson.again", "lesson-again");
        again.setOnAction(_ -> model.startOver());
        Button close = quiet("lesson.close", "lesson-close");
        close.setOnAction(_ -> model.close());
        HBox more = new HBox(answers, again, close);
        more.setAlignment(Pos.CENTER);
        VBox foot = new VBox(4, steps, more);
        foot.getStyleClass().add("lesson-foot");
        return foot;
    }

    private static Button quiet(String key, String id) {
        Button button = new Button(Messages.get(key));
        button.setId(id);
        button.getStyleClass().addAll("flat", "small-text");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void progress() {
        int total = Math.max(1, model.total());
        bar.setProgress(model.done().get() / (double) total);
        Lesson shown = model.lesson().get();
        if (shown != null) {
            count.setText(
                    Messages.get(
                            "lesson.progress",
                            model.step().get() + 1,
                            shown.steps().size(),
                            model.done().get(),
                            model.total()));
        }
    }

    private void show() {
        Lesson shown = model.lesson().get();
        next.disableProperty().unbind();
        if (shown == null) {
            scroll.setContent(new Region());
            return;
        }
        int at = Math.clamp(model.step().get(), 0, shown.steps().size() - 1);
        Step step = shown.steps().get(at);
        title.setText(shown.head().title());
        back.setDisable(at == 0);
        boolean last = at == shown.steps().size() - 1;
        next.disableProperty().bind(passed(step.gates()).map(passed -> last || !passed));
        ProseView prose = ProseView.withNumbers(model::number);
        VBox content = new VBox(12);
        content.getStyleClass().add("lesson-step");
        if (at == 0) {
            content.getChildren().add(prose.of(shown.introduction()));
        }
        Label heading = new Label(step.title());
        heading.setWrapText(true);
        heading.setMinHeight(Region.USE_PREF_SIZE);
        heading.getStyleClass().add("lesson-step-title");
        content.getChildren().add(heading);
        addParts(step, prose, content);
        scroll.setContent(content);
        scroll.setVvalue(0);
        progress();
    }

    private void addParts(Step step, ProseView prose, VBox content) {
        GateView gates = new GateView(model, host, prose);
        List<Part.Gate> before = new ArrayList<>();
        for (Part part : step.parts()) {
            // Made when it is shown: a number that is not to be seen yet is not computed.
            VBox place = new VBox();
            place.visibleProperty().bind(passed(before));
            place.managedProperty().bind(place.visibleProperty());
            place.visibleProperty()
                    .subscribe(shown -> {
                        if (shown && place.getChildren().isEmpty()) {
                            place.getChildren().add(node(part, prose, gates));
                        }
                    });
            content.getChildren().add(place);
            if (part instanceof Part.Gate gate) {
                before.add(gate);
            }
        }
    }

    private static Node node(Part part, ProseView prose, GateView gates) {
        return switch (part) {
            case Part.Text text -> prose.of(text.blocks());
            case Part.Look look -> gates.look(look);
            case Part.Gate gate -> gates.gate(gate);
        };
    }

    private ObservableValue<Boolean> passed(List<Part.Gate> gates) {
        List<GateModel> models = gates.stream().map(model::gate).toList();
        return Bindings.createBooleanBinding(
                () -> models.stream().allMatch(gate -> gate.state().get().isPassed()),
                models.stream().map(GateModel::state).toArray(Observable[]::new));
    }
}
