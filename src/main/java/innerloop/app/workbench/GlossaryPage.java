package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.glossary.Asked;
import innerloop.app.glossary.EntryPopOver;
import innerloop.app.glossary.GlossarySheet;
import innerloop.app.glossary.GlossaryViewModel;
import innerloop.app.glossary.Topic;
import innerloop.app.shell.Command;
import innerloop.app.shell.Commands;
import innerloop.app.shell.Overlay;
import innerloop.lesson.Glossary;
import innerloop.lesson.GlossaryEntry;
import innerloop.lesson.GlossaryReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The glossary: by F1 over everything, at what has the focus; by the ⓘ of a field beside it; and in the palette.
final class GlossaryPage {

    /// Words beside commands and nodes in the palette.
    private static final int MOST_FOUND = 6;

    private final Supplier<Overlay> overlay;
    private final Locale language = Messages.language().locale();

    // Begun at once and waited for by whoever asks first.
    private final CompletableFuture<Glossary> glossary =
            CompletableFuture.supplyAsync(
                    () -> GlossaryReader.read(language).glossary(), Thread::startVirtualThread);

    private @Nullable GlossaryViewModel model;
    private @Nullable GlossarySheet sheet;

    /// @param overlay where it is shown
    GlossaryPage(Supplier<Overlay> overlay) {
        this.overlay = overlay;
    }

    /// Adds the command of the Help menu, and the words to the palette.
    void register(Commands commands) {
        commands.add(
                new Command(
                        "help.glossary",
                        "command.help.glossary",
                        KeyCombination.valueOf("F1"),
                        Feather.BOOK,
                        new SimpleBooleanProperty(true),
                        this::open));
        commands.addSource(this::found);
    }

    /// The same part of the window, whose questions are answered from now on.
    <N extends Node> N answering(N asking) {
        asking.addEventHandler(
                Asked.ASKED,
                asked ->
                        model().about(asked.field())
                                .ifPresent(entry ->
                                        EntryPopOver.show(
                                                asked.at(),
                                                entry,
                                                asked.field(),
                                                id -> show(model().entry(id)))));
        return asking;
    }

    private GlossaryViewModel model() {
        GlossaryViewModel known = model;
        if (known == null) {
            known = new GlossaryViewModel(glossary.join(), language);
            model = known;
        }
        return known;
    }

    private boolean isOpen() {
        return sheet != null && overlay.get().isVisible() && sheet.getParent() != null;
    }

    private void open() {
        Optional<GlossaryEntry> about =
                isOpen()
                        ? Optional.empty()
                        : Topic.of(overlay.get().getScene().getFocusOwner())
                                .flatMap(model()::about);
        show(about);
    }

    private void show(Optional<GlossaryEntry> entry) {
        GlossarySheet shown = sheet;
        if (shown == null) {
            shown = new GlossarySheet(model(), () -> overlay.get().hide());
            sheet = shown;
        }
        overlay.get().show(shown, Pos.CENTER, shown.field());
        // Filling it makes lines, which have no colours before they are in a window.
        shown.begin(entry.orElse(null));
    }

    /// Goes on with what is open in the window before.
    void takeOver(GlossaryPage before) {
        if (before.isOpen()) {
            GlossaryEntry shown = before.model().shown().get();
            show(Optional.ofNullable(shown).flatMap(entry -> model().entry(entry.id())));
        }
    }

    private List<Commands.Found> found(String typed) {
        return model().named(typed).stream()
                .limit(MOST_FOUND)
                .map(entry ->
                        new Commands.Found(
                                entry.term(),
                                Messages.get("glossary.title"),
                                () -> show(Optional.of(entry))))
                .toList();
    }
}
