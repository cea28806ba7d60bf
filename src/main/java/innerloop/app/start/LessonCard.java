package innerloop.app.start;

import innerloop.app.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/// A lesson that comes with the program.
///
/// @param id its name, also the id of its card
/// @param title what it is called
/// @param line one line about it
/// @param minutes how long it takes
/// @param file where it lies
public record LessonCard(String id, String title, String line, int minutes, Path file) {

    /// Inside its border; two cards stand side by side.
    private static final double WIDTH = 362;

    private static final double GAP = 12;

    /// Their cards, two side by side.
    ///
    /// @param place where they are shown, begins the ids of the cards
    /// @param open opens the file of a lesson
    public static FlowPane cards(String place, List<LessonCard> lessons, Consumer<Path> open) {
        FlowPane cards = new FlowPane(GAP, GAP);
        cards.setId(place + "-lessons");
        lessons.forEach(lesson -> cards.getChildren().add(lesson.card(place, open)));
        return cards;
    }

    /// The card, which opens it.
    private Button card(String place, Consumer<Path> open) {
        Button card = SampleCards.card(title, line, Messages.get("start.minutes", minutes), WIDTH);
        card.setId(place + "-lesson-" + id);
        card.getStyleClass().add("lesson-card");
        card.setOnAction(_ -> open.accept(file));
        return card;
    }
}
