package innerloop.app.glossary;

import innerloop.app.Messages;
import innerloop.app.search.SearchList;
import innerloop.lesson.GlossaryEntry;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The glossary: at the left a line to type in and the words that fit, at the right what the word means. The arrows go through the
/// words, Enter goes to the text, where they scroll.
public final class GlossarySheet extends VBox {

    private static final double WIDTH = 880;
    private static final double HEIGHT = 600;
    private static final double LIST_WIDTH = 260;
    private static final double MARGIN = 24;

    private final GlossaryViewModel model;
    private final SearchList<GlossaryEntry> list =
            new SearchList<>("glossary", Messages.get("glossary.prompt"), new Entries());
    private final Label term = new Label();
    private final Button back = new Button("", new FontIcon(Feather.ARROW_LEFT));
    private final ScrollPane text = new ScrollPane();

    /// @param close takes it away
    public GlossarySheet(GlossaryViewModel model, Runnable close) {
        this.model = model;
        setId("sheet-glossary");
        getStyleClass().add("sheet");
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        StackPane.setMargin(this, new Insets(MARGIN));
        list.embed();
        list.setMinWidth(LIST_WIDTH);
        list.setPrefWidth(LIST_WIDTH);
        list.setOnPointed(model::point);
        HBox body = new HBox(16, list, reading());
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head(close), body);
        model.shown().subscribe(this::show);
    }

    private static Node head(Runnable close) {
        Label title = new Label(Messages.get("glossary.title"));
        title.getStyleClass().add("sheet-title");
        Button shut = new Button("", new FontIcon(Feather.X));
        shut.setId("sheet-close");
        shut.getStyleClass().add("flat");
        shut.setAccessibleText(Messages.get("sheet.close"));
        shut.setOnAction(_ -> close.run());
        return new BorderPane(null, null, shut, null, title);
    }

    private Node reading() {
        term.setId("glossary-term");
        term.getStyleClass().add("lesson-step-title");
        term.setWrapText(true);
        term.setMinHeight(Region.USE_PREF_SIZE);
        back.setId("glossary-back");
        back.getStyleClass().add("flat");
        back.setAccessibleText(Messages.get("glossary.back"));
        back.visibleProperty().bind(model.canGoBack());
        back.managedProperty().bind(back.visibleProperty());
        back.setOnAction(_ -> model.back());
        HBox title = new HBox(6, back, term);
        title.setAlignment(Pos.CENTER_LEFT);
        title.setMinHeight(30);
        text.setId("glossary-scroll");
        text.setFitToWidth(true);
        text.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        text.setMinHeight(0);
        VBox.setVgrow(text, Priority.ALWAYS);
        VBox reading = new VBox(8, title, text);
        HBox.setHgrow(reading, Priority.ALWAYS);
        return reading;
    }

    /// Gets ready to be shown, at this entry; at what was shown last, or the first one, if there is none.
    public void begin(@Nullable GlossaryEntry entry) {
        GlossaryEntry wanted = entry == null ? model.shown().get() : entry;
        list.restart();
        if (wanted != null) {
            // A list that has no height yet does not scroll to the right place.
            applyCss();
            getParent().layout();
            list.pointAt(wanted);
        }
    }

    /// What wants the focus.
    public Node field() {
        return list.field();
    }

    private void show(@Nullable GlossaryEntry entry) {
        if (entry == null) {
            return;
        }
        if (list.shows(entry)) {
            list.pointAt(entry);
        }
        term.setText(entry.term());
        text.setContent(EntryView.full(entry, model, model::follow));
        text.setVvalue(0);
    }

    private final class Entries implements SearchList.Choices<GlossaryEntry> {

        @Override
        public List<GlossaryEntry> matching(String letters) {
            return model.matching(letters);
        }

        @Override
        public Node line(GlossaryEntry entry) {
            HBox line = new HBox(new Label(entry.term()));
            line.setAlignment(Pos.CENTER_LEFT);
            return line;
        }

        @Override
        public boolean isAvailable(GlossaryEntry entry) {
            return true;
        }

        @Override
        public void choose(GlossaryEntry entry) {
            model.point(entry);
            text.requestFocus();
        }
    }
}
