package innerloop.app.lesson;

import innerloop.app.Messages;
import innerloop.app.lesson.GateModel.State;
import innerloop.app.prose.ProseView;
import innerloop.app.prose.Words;
import innerloop.lesson.Part;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is to be done in a step: a question with its answers, or the button of a run or a look.
final class GateView {

    private final LessonViewModel model;
    private final LessonHost host;
    private final ProseView prose;

    GateView(LessonViewModel model, LessonHost host, ProseView prose) {
        this.model = model;
        this.host = host;
        this.prose = prose;
    }

    Node look(Part.Look look) {
        Button button = new Button(named(look.button(), "lesson.look"), new FontIcon(Feather.EYE));
        button.setId("lesson-look-" + look.place().line());
        button.setOnAction(_ -> host.look(look));
        return button;
    }

    Node gate(Part.Gate part) {
        return switch (part) {
            case Part.Choice choice -> choice(choice);
            case Part.Numeric number -> number(number);
            case Part.Run run -> run(run);
        };
    }

    /// Its id without the dot, which style sheets would take for a class.
    private static String id(Part.Gate gate) {
        return gate.id().replace('.', '-');
    }

    private static String named(String own, String key) {
        return own.isEmpty() ? Messages.get(key) : own;
    }

    private Node run(Part.Run run) {
        GateModel gate = model.gate(run);
        Button button = new Button(named(run.button(), "lesson.run"), new FontIcon(Feather.PLAY));
        button.setId("lesson-run-" + id(run));
        button.disableProperty().bind(gate.state().isEqualTo(State.RUNNING));
        button.setOnAction(_ -> host.run(run));
        return new VBox(6, button, said(gate));
    }

    private static Label said(GateModel gate) {
        Label said = new Label();
        said.setId("lesson-said-" + id(gate.part()));
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.textProperty().bind(gate.said());
        said.visibleProperty().bind(gate.said().isNotEmpty());
        said.managedProperty().bind(said.visibleProperty());
        gate.state()
                .subscribe(state -> {
                    said.getStyleClass().removeAll("lesson-right", "lesson-wrong");
                    switch (state) {
                        case RIGHT -> said.getStyleClass().add("lesson-right");
                        case WRONG, SHOWN, FAILED -> said.getStyleClass().add("lesson-wrong");
                        case OPEN, PREDICTED, RUNNING, DONE -> {}
                    }
                });
        return said;
    }

    private Node choice(Part.Choice choice) {
        GateModel gate = model.gate(choice);
        ToggleGroup group = new ToggleGroup();
        VBox options = new VBox(6);
        int chosen = LessonViewModel.chosen(choice, gate.reply());
        for (int i = 0; i < choice.options().size(); i++) {
            String reply = Integer.toString(i + 1);
            RadioButton option = new RadioButton(Words.of(choice.options().get(i).text()));
            option.setId("lesson-option-" + id(choice) + "-" + reply);
            option.setWrapText(true);
            option.setMinHeight(Region.USE_PREF_SIZE);
            option.setToggleGroup(group);
            option.setSelected(i == chosen);
            option.setOnAction(_ -> model.answer(choice, reply));
            options.getChildren().add(option);
        }
        options.disableProperty().bind(gate.state().map(State::isPassed));
        return question(choice, gate, options);
    }

    private Node number(Part.Numeric number) {
        GateModel gate = model.gate(number);
        TextField field = new TextField(gate.reply());
        field.setId("lesson-field-" + id(number));
        field.setPrefColumnCount(8);
        field.setAccessibleText(Words.of(number.ask()));
        Button check = new Button(Messages.get("lesson.check"));
        check.setId("lesson-check-" + id(number));
        Runnable answer = () -> model.answer(number, field.getText());
        check.setOnAction(_ -> answer.run());
        field.setOnAction(_ -> answer.run());
        HBox line = new HBox(6, field, new Label(number.form().percent() ? "%" : ""), check);
        line.setAlignment(Pos.CENTER_LEFT);
        line.disableProperty().bind(gate.state().map(State::isPassed));
        return question(number, gate, line);
    }

    private Node question(Part.Question question, GateModel gate, Node answers) {
        TextFlow hint = prose.line(question.hint(), "prose-emphasis");
        hint.setVisible(false);
        hint.managedProperty().bind(hint.visibleProperty());
        Button help = small("lesson.hint", "lesson-hint-" + id(question));
        help.setOnAction(_ -> {
            hint.setVisible(!hint.isVisible());
            model.hint(question);
        });
        Button show = small("lesson.show", "lesson-show-" + id(question));
        show.setOnAction(_ -> model.show(question));
        show.visibleProperty().bind(gate.state().isEqualTo(State.WRONG));
        show.managedProperty().bind(show.visibleProperty());
        HBox aids = new HBox(6);
        if (!question.hint().isEmpty()) {
            aids.getChildren().add(help);
        }
        aids.getChildren().add(show);
        aids.visibleProperty().bind(gate.state().map(state -> !state.isPassed()));
        aids.managedProperty().bind(aids.visibleProperty());
        VBox box =
                new VBox(
                        8,
                        prose.line(question.ask(), "prose-strong"),
                        answers,
                        aids,
                        hint,
                        said(gate));
        box.setId("lesson-question-" + id(question));
        box.getStyleClass().add("lesson-question");
        return box;
    }

    private static Button small(String key, String id) {
        Button button = new Button(Messages.get(key));
        button.setId(id);
        button.getStyleClass().addAll("flat", "small-text");
        return button;
    }
}
