package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.shell.Command;
import innerloop.app.shell.Commands;
import innerloop.app.shell.Sheets;
import innerloop.app.start.LessonCard;
import innerloop.experiment.InputException;
import innerloop.lesson.Lesson;
import innerloop.lesson.LessonFiles;
import innerloop.lesson.LessonReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.SimpleBooleanProperty;
import org.kordamp.ikonli.feather.Feather;

/// The lessons of the program in the window's language: on the start page, in the Help menu, and in the palette.
final class LessonShelf {

    /// Of a sheet with two cards side by side, and a scroll bar.
    private static final double WIDTH = 860;

    private final List<LessonCard> cards = new ArrayList<>();

    LessonShelf() {
        for (Path file : LessonFiles.in(LessonFiles.lessons())) {
            try {
                LessonReader.read(LessonFiles.in(file, Messages.language().locale()))
                        .lesson()
                        .ifPresent(lesson -> cards.add(card(file, lesson.head())));
            } catch (InputException _) {
                // A lesson that cannot be read is not offered.
            }
        }
    }

    private static LessonCard card(Path file, Lesson.Head head) {
        Path folder = file.toAbsolutePath().getParent();
        String id = folder == null ? "" : String.valueOf(folder.getFileName());
        return new LessonCard(id, head.title(), head.line(), head.minutes(), file);
    }

    /// All of them.
    List<LessonCard> cards() {
        return cards;
    }

    /// Offers them in the Help menu and in the palette.
    ///
    /// @param sheets where all are shown
    /// @param open opens the file of one
    void register(Commands commands, Supplier<Sheets> sheets, Consumer<Path> open) {
        commands.add(
                new Command(
                        "help.lessons",
                        "command.help.lessons",
                        null,
                        Feather.BOOK_OPEN,
                        new SimpleBooleanProperty(!cards.isEmpty()),
                        () -> show(sheets.get(), open)));
        commands.addSource(typed -> found(typed, open));
    }

    private void show(Sheets sheets, Consumer<Path> open) {
        sheets.show(
                "lessons",
                Messages.get("start.lessons"),
                WIDTH,
                LessonCard.cards(
                        "help",
                        cards,
                        file -> {
                            sheets.hide();
                            open.accept(file);
                        }));
    }

    private List<Commands.Found> found(String typed, Consumer<Path> open) {
        String words = typed.strip().toLowerCase(Locale.ROOT);
        return words.isEmpty()
                ? List.of()
                : cards.stream()
                        .filter(card -> card.title().toLowerCase(Locale.ROOT).contains(words))
                        .map(card ->
                                new Commands.Found(
                                        card.title(),
                                        Messages.get("lesson.one"),
                                        () -> open.accept(card.file())))
                        .toList();
    }
}
