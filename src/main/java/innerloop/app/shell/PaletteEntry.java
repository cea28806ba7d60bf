package innerloop.app.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of the palette.
///
/// @param text what a person reads
/// @param detail shortcut or kind, at the right
/// @param command the command; null for something found
/// @param action what choosing it does
record PaletteEntry(String text, String detail, @Nullable Command command, Runnable action) {

    private record Scored(PaletteEntry entry, int score) {}

    /// What fits, best first; with nothing typed all commands in their order.
    static List<PaletteEntry> matching(String typed, Commands commands) {
        List<Scored> fitting = new ArrayList<>();
        for (Command command : commands.all()) {
            // The palette does not offer itself.
            if (!command.id().equals("view.palette")) {
                FuzzyMatch.score(typed, command.text())
                        .ifPresent(score ->
                                fitting.add(new Scored(of(command), typed.isBlank() ? 0 : score)));
            }
        }
        fitting.sort(Comparator.comparingInt(Scored::score).reversed());
        List<PaletteEntry> entries = new ArrayList<>(fitting.stream().map(Scored::entry).toList());
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
