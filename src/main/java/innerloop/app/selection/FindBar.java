package innerloop.app.selection;

import innerloop.app.Messages;
import innerloop.graph.select.NodeAttributes;
import innerloop.graph.select.NodeQuery;
import innerloop.graph.select.NodeSet;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// The line to find nodes in: during typing the nodes found become the selection; Enter zooms to them and closes
/// the line, Esc closes it and brings the old selection back.
public final class FindBar extends HBox {

    private static final Duration PATIENCE = Duration.millis(150);

    private final Selection selection;
    private final Supplier<NodeAttributes> attributes;
    private final Runnable zoom;
    private final TextField field = new TextField();
    private final Label answer = new Label();
    private final PauseTransition typing = new PauseTransition(PATIENCE);
    private NodeSet before = NodeSet.none(0);

    /// A closed line.
    ///
    /// @param attributes what queries can ask for now
    /// @param zoom shows the selected nodes
    public FindBar(Selection selection, Supplier<NodeAttributes> attributes, Runnable zoom) {
        super(8);
        this.selection = selection;
        this.attributes = attributes;
        this.zoom = zoom;
        setId("find-bar");
        getStyleClass().add("find-bar");
        setAlignment(Pos.CENTER_LEFT);
        field.setId("find-field");
        field.setPromptText(Messages.get("find.prompt"));
        field.setAccessibleText(Messages.get("find.prompt"));
        answer.setId("find-answer");
        answer.getStyleClass().add("dim");
        answer.setMinWidth(0);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setMinWidth(120);
        Button close = new Button("×");
        close.getStyleClass().addAll("quiet", "flat");
        close.setAccessibleText(Messages.get("sheet.close"));
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(_ -> close());
        getChildren().setAll(field, answer, close);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        typing.setOnFinished(_ -> find());
        field.textProperty()
                .subscribe(_ -> {
                    if (isVisible()) {
                        typing.playFromStart();
                    }
                });
        field.setOnAction(_ -> accept());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Opens the line and puts the caret there.
    public void open() {
        if (!isVisible()) {
            before = selection.nodes();
            setVisible(true);
        }
        field.requestFocus();
        field.selectAll();
        find();
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            selection.take(before, SelectionMode.REPLACE);
            close();
            e.consume();
        }
    }

    /// Another graph is open: what was selected before belongs to the old one.
    public void reset() {
        typing.stop();
        before = selection.nodes();
        setVisible(false);
    }

    /// Selects what is meant, and tells whether that is anything.
    private boolean find() {
        if (field.getText().isBlank()) {
            answer.setText("");
            return false;
        }
        try {
            NodeSet found = Finder.find(field.getText(), selection.graph(), attributes.get());
            selection.take(found, SelectionMode.REPLACE);
            say(Messages.get("find.found", found.size()), found.isEmpty());
            return !found.isEmpty();
        } catch (NodeQuery.NotUnderstoodException e) {
            say(Messages.of(e), true);
            return false;
        }
    }

    private void say(String text, boolean bad) {
        answer.setText(text);
        answer.getStyleClass().removeAll("dim", "error-text");
        answer.getStyleClass().add(bad ? "error-text" : "dim");
    }

    private void accept() {
        typing.stop();
        if (find()) {
            zoom.run();
            close();
        }
    }

    private void close() {
        typing.stop();
        setVisible(false);
        getParent().requestFocus();
    }
}
