package innerloop.app.start;

import innerloop.app.Messages;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Button;

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

    /// The card, which opens it.
    Button card(Consumer<Path> open) {
        Button card = SampleCards.card(title, line, Messages.get("start.minutes", minutes), WIDTH);
        card.setId("lesson-" + id);
        card.getStyleClass().add("lesson-card");
        card.setOnAction(_ -> open.accept(file));
        return card;
    }
}
