package innerloop.app.shell;

import innerloop.app.search.FuzzyMatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of the palette.
///
/// @param text what a person reads
/// @param detail shortcut or kind, at the right
/// @param command the command; null for something found
/// @param action what choosing it does
record PaletteEntry(String text, String detail, @Nullable Command command, Runnable action) {

    /// The matching entries, best first; all commands in their order if nothing is typed.
    static List<PaletteEntry> matching(String typed, Commands commands) {
        List<PaletteEntry> offered =
                commands.all().stream()
                        // The palette does not offer itself.
                        .filter(command -> !command.id().equals("view.palette"))
                        .map(PaletteEntry::of)
                        .toList();
        List<PaletteEntry> entries =
                new ArrayList<>(FuzzyMatch.best(typed, offered, PaletteEntry::text));
        if (!typed.isBlank()) {
            commands.find(typed)
                    .forEach(found ->
                            entries.add(
                                    new PaletteEntry(
                                            found.text(), found.detail(), null, found.action())));
        }
        return entries;
    }

    private static PaletteEntry of(Command command) {
        String keys = command.shortcut() == null ? "" : Commands.keys(command.shortcut());
        return new PaletteEntry(command.text(), keys, command, command::perform);
    }

    /// Whether it can be chosen now.
    boolean available() {
        return command == null || command.enabled().get();
    }
}
