package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.shell.Overlay;
import innerloop.app.table.TableViewModel;
import innerloop.experiment.InputException;
import innerloop.experiment.Relabelling;
import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeSet;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Gives nodes of the open graph other classes, and asks for the class in a sheet, where a new one can be typed.
final class NodeClasses implements TableViewModel.Labeller {

    private static final double WIDTH = 400;
    private static final double LIST_HEIGHT = 150;

    private final WorkbenchDocument document;
    private final Supplier<Overlay> overlay;

    /// @param overlay where the sheet is shown
    NodeClasses(WorkbenchDocument document, Supplier<Overlay> overlay) {
        this.document = document;
        this.overlay = overlay;
    }

    @Override
    public void label(NodeSet nodes, String className) {
        AttributedGraph graph = document.graph().get();
        if (graph != null) {
            document.relabel(
                    () -> Messages.get("edit.relabel", those(graph, nodes)), nodes, className);
        }
    }

    /// The name of the only node, or how many there are.
    private static String those(AttributedGraph graph, NodeSet nodes) {
        return nodes.size() == 1
                ? graph.names().get(nodes.single())
                : Messages.get("classes.nodes", nodes.size());
    }

    @Override
    public void ask(NodeSet nodes) {
        AttributedGraph graph = document.graph().get();
        if (graph == null || nodes.isEmpty()) {
            return;
        }
        Label heading = new Label(Messages.get("classes.title", those(graph, nodes)));
        heading.getStyleClass().add("sheet-title");
        heading.setWrapText(true);
        TextField name = new TextField();
        name.setId("class-name");
        name.setPromptText(Messages.get("classes.prompt"));
        name.setAccessibleText(Messages.get("classes.prompt"));
        ListView<String> known = new ListView<>();
        known.setId("class-list");
        known.getItems().setAll(graph.classes());
        known.setPrefHeight(LIST_HEIGHT);
        known.setManaged(!graph.classes().isEmpty());
        known.getSelectionModel()
                .selectedItemProperty()
                .subscribe(picked -> {
                    if (picked != null) {
                        name.setText(picked);
                    }
                });
        Label answer = new Label();
        answer.setId("class-answer");
        answer.setWrapText(true);
        Button none = button("none", Messages.get("classes.none"), () -> label(nodes, ""));
        Button set =
                button(
                        "set",
                        Messages.get("classes.set"),
                        () -> label(nodes, name.getText().strip()));
        set.setDefaultButton(true);
        name.textProperty()
                .subscribe(text -> set.setDisable(!say(answer, text.strip(), graph.classes())));
        known.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                set.fire();
            }
        });
        known.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    // The list would keep it from the main button.
                    if (e.getCode() == KeyCode.ENTER) {
                        set.fire();
                        e.consume();
                    }
                });
        HBox buttons = new HBox(8, none, set);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox sheet = new VBox(heading, name, known, answer, buttons);
        sheet.setId("sheet-class");
        sheet.getStyleClass().add("sheet");
        sheet.setPrefWidth(WIDTH);
        sheet.setMaxSize(WIDTH, VBox.USE_PREF_SIZE);
        overlay.get().show(sheet, Pos.CENTER, name);
    }

    /// Says what taking this name means; false if it cannot be taken.
    private static boolean say(Label answer, String name, List<String> classes) {
        String problem = "";
        String text = "";
        if (!classes.contains(name)) {
            text = Messages.get("classes.new");
            try {
                Relabelling.requireName(name, "");
            } catch (InputException e) {
                problem = Messages.of(e);
            }
        }
        answer.setText(problem.isEmpty() ? text : problem);
        answer.getStyleClass().removeAll("dim", "error-text");
        answer.getStyleClass().add(problem.isEmpty() || name.isEmpty() ? "dim" : "error-text");
        return problem.isEmpty();
    }

    private Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId("class-" + id);
        button.setOnAction(_ -> {
            overlay.get().hide();
            action.run();
        });
        return button;
    }
}
