package innerloop.app.shell;

import innerloop.app.OwnKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// All commands, and the keys that start them.
public final class Commands {

    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final List<Function<String, List<Found>>> sources = new ArrayList<>();

    /// Something the palette found that is no command, such as a node.
    ///
    /// @param text what a person reads
    /// @param detail a dim word after it
    /// @param action what choosing it does
    public record Found(String text, String detail, Runnable action) {}

    /// Adds a command. Ids and shortcuts are unique.
    public Command add(Command command) {
        for (Command other : commands.values()) {
            if (command.shortcut() != null && command.shortcut().equals(other.shortcut())) {
                throw new IllegalArgumentException(
                        command.id() + " and " + other.id() + " want the same keys");
            }
        }
        if (commands.putIfAbsent(command.id(), command) != null) {
            throw new IllegalArgumentException("two commands " + command.id());
        }
        return command;
    }

    /// Adds something the palette searches besides the commands; it gets what was typed.
    public void addSource(Function<String, List<Found>> source) {
        sources.add(source);
    }

    /// The entries that the sources find.
    List<Found> find(String typed) {
        return sources.stream().flatMap(source -> source.apply(typed).stream()).toList();
    }

    /// The command with this id.
    public Command get(String id) {
        Command command = commands.get(id);
        if (command == null) {
            throw new IllegalArgumentException("no command " + id);
        }
        return command;
    }

    /// All commands in the order they were added.
    public Collection<Command> all() {
        return Collections.unmodifiableCollection(commands.values());
    }

    /// Listens to the keys of this scene.
    ///
    /// Keys with Ctrl are taken before the focused control sees them (a text field would keep
    /// Ctrl+Z to itself); bare keys only if nobody else wanted them, and never while text is typed
    /// or a button has the focus.
    public void listen(Scene scene) {
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.isShortcutDown() || event.getCode().isFunctionKey()) {
                        matching(event)
                                .filter(command -> !isOwn(command, scene.getFocusOwner()))
                                .ifPresent(command -> perform(command, event));
                    }
                });
        scene.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (!event.isShortcutDown()
                            && !wantsBareKeys(scene.getFocusOwner(), event.getCode())) {
                        matching(event).ifPresent(command -> perform(command, event));
                    }
                });
    }

    private Optional<Command> matching(KeyEvent event) {
        return commands.values().stream()
                .filter(command -> command.shortcut() != null && command.shortcut().match(event))
                .findFirst();
    }

    private static void perform(Command command, KeyEvent event) {
        event.consume();
        command.perform();
    }

    /// Whether the keys of this command mean something to the control that has the focus.
    private static boolean isOwn(Command command, @Nullable Node focus) {
        return OwnKeys.areLeft(focus, command.id())
                || (focus instanceof TextInputControl && command.id().equals("select.all"));
    }

    private static boolean wantsBareKeys(Node focus, KeyCode code) {
        return focus instanceof TextInputControl
                || (code == KeyCode.SPACE
                        && (focus instanceof ButtonBase || focus instanceof ComboBoxBase));
    }

    /// Whether these keys are a bare one (Space, `.`), which menus must not register as
    /// accelerators.
    static boolean isBare(KeyCombination keys) {
        return keys instanceof KeyCodeCombination code
                && code.getShortcut() == KeyCombination.ModifierValue.UP
                && code.getControl() == KeyCombination.ModifierValue.UP
                && !code.getCode().isFunctionKey();
    }

    /// The keys as a person reads them, such as `Ctrl+Shift+S`.
    static String keys(KeyCombination keys) {
        return keys.getDisplayText().replace("\u21B5", "Enter");
    }
}
