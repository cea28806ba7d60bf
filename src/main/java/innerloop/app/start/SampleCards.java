package innerloop.app.start;

import innerloop.app.Messages;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A card for each sample. Where there are too many to be seen at a glance, a field above them keeps those that have the words
/// that are typed: Enter opens the first of them, the down key goes to it, Escape shows all again.
final class SampleCards extends VBox {

    /// So many need no search: two rows.
    static final int AT_A_GLANCE = 6;

    /// Inside its border; three cards stand side by side.
    private static final double CARD_WIDTH = 212;

    private static final double CARD_HEIGHT = 76;
    private static final double PICTURE_HEIGHT = 66;
    private static final double GAP = 12;

    private final List<Sample> samples;
    private final List<Button> cards = new ArrayList<>();
    private final FlowPane shown = new FlowPane(GAP, GAP);
    private final Label none = new Label(Messages.get("start.search.none"));
    private final TextField search = new TextField();

    SampleCards(List<Sample> samples, Consumer<Sample> open) {
        super(GAP);
        this.samples = List.copyOf(samples);
        shown.setId("start-samples");
        samples.forEach(sample -> cards.add(card(sample, open)));
        none.setId("start-search-none");
        none.getStyleClass().add("dim");
        search.setId("start-search");
        search.setPromptText(Messages.get("start.search"));
        search.setAccessibleText(Messages.get("start.search"));
        search.setMaxWidth(Region.USE_PREF_SIZE);
        search.setPrefColumnCount(24);
        search.textProperty().subscribe(this::filter);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        if (samples.size() > AT_A_GLANCE) {
            getChildren().add(search);
        }
        getChildren().addAll(shown, none);
    }

    private void filter(String words) {
        shown.getChildren().clear();
        for (int k = 0; k < cards.size(); k++) {
            if (samples.get(k).matches(words)) {
                shown.getChildren().add(cards.get(k));
            }
        }
        boolean nothing = shown.getChildren().isEmpty();
        none.setVisible(nothing);
        none.setManaged(nothing);
    }

    private void pressed(KeyEvent event) {
        boolean any = !shown.getChildren().isEmpty();
        if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && any && !search.getText().isBlank()) {
            ((Button) shown.getChildren().getFirst()).fire();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN && any) {
            shown.getChildren().getFirst().requestFocus();
            event.consume();
        }
    }

    private static Button card(Sample sample, Consumer<Sample> open) {
        Button card =
                card(
                        sample.title(),
                        sample.line(),
                        Messages.get(
                                "start.counts", sample.nodes(), sample.edges(), sample.classes()),
                        CARD_WIDTH);
        if (Files.isRegularFile(sample.picture())) {
            ImageView picture = new ImageView(sample.picture().toUri().toString());
            picture.setFitWidth(CARD_WIDTH);
            picture.setFitHeight(PICTURE_HEIGHT);
            picture.setMouseTransparent(true);
            card.setGraphic(new VBox(GAP, picture, card.getGraphic()));
            card.getStyleClass().add("with-picture");
        }
        card.setId("sample-" + sample.id());
        card.setOnAction(_ -> open.accept(sample));
        return card;
    }

    /// A card with a title, one line about it, and a small one at its foot.
    ///
    /// @param width inside its border
    static Button card(String title, String line, String foot, double width) {
        Label name = new Label(title);
        name.getStyleClass().add("title");
        Label about = new Label(line);
        about.setWrapText(true);
        about.getStyleClass().addAll("dim", "small-text");
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        Label counts = new Label(foot);
        counts.getStyleClass().addAll("dim", "sample-counts");
        VBox inside = new VBox(4, name, about, gap, counts);
        inside.setPrefHeight(CARD_HEIGHT);
        inside.setPrefWidth(width);
        inside.setMouseTransparent(true);
        Button card = new Button("", inside);
        card.getStyleClass().add("sample-card");
        card.setAccessibleText(title + ". " + line + " " + foot);
        return card;
    }
}
