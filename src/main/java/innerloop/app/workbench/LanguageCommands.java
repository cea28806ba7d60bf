package innerloop.app.workbench;

import innerloop.app.Language;
import innerloop.app.Messages;
import innerloop.app.shell.Command;
import innerloop.app.shell.Commands;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.feather.Feather;

/// The commands that let the window speak another language.
final class LanguageCommands {

    private static final ObservableBooleanValue NEVER = new SimpleBooleanProperty(false);

    private LanguageCommands() {}

    /// @param works while one of them goes, its words could not be changed
    static void register(Commands commands, LongWorks works, Consumer<Language> speak) {
        for (Language language : Language.values()) {
            String id = "view." + language.name().toLowerCase(Locale.ROOT);
            commands.add(
                    new Command(
                            id,
                            "command." + id,
                            null,
                            Feather.GLOBE,
                            language == Messages.language()
                                    ? NEVER
                                    : works.machine().work().isNull(),
                            () -> speak.accept(language)));
        }
    }
}
