package innerloop.app.shell;

import innerloop.app.document.Settings;
import innerloop.app.theme.TextScale;
import java.util.function.BooleanSupplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// How large the window's content is shown: its commands, and what is kept of it.
final class TextSize {

    private final DoubleProperty scale;
    private final Settings settings;
    private final BooleanSupplier passing;

    /// The size that is kept.
    ///
    /// @param passing whether what is chosen now is for the moment only
    TextSize(DoubleProperty scale, Settings settings, BooleanSupplier passing) {
        this.scale = scale;
        this.settings = settings;
        this.passing = passing;
        scale.set(TextScale.nearest(settings.number(Settings.Name.SCALE)));
    }

    void register(Commands commands) {
        commands.add(
                command(
                        "larger",
                        new EitherKeys(
                                "Ctrl +",
                                "Shortcut+Plus",
                                "Shortcut+Shift+Equals",
                                "Shortcut+Equals",
                                "Shortcut+Shift+Plus",
                                "Shortcut+Add"),
                        Feather.ZOOM_IN,
                        () -> set(TextScale.larger(scale.get()))));
        commands.add(
                command(
                        "smaller",
                        new EitherKeys("Ctrl −", "Shortcut+Minus", "Shortcut+Subtract"),
                        Feather.ZOOM_OUT,
                        () -> set(TextScale.smaller(scale.get()))));
        commands.add(
                command(
                        "usual",
                        new EitherKeys("Ctrl 0", "Shortcut+0", "Shortcut+Numpad 0"),
                        Feather.MAXIMIZE,
                        () -> set(TextScale.USUAL)));
    }

    private static Command command(String name, KeyCombination keys, Ikon icon, Runnable action) {
        return new Command(
                "view." + name,
                "command.view." + name,
                keys,
                icon,
                new SimpleBooleanProperty(true),
                action);
    }

    private void set(double wanted) {
        scale.set(wanted);
        if (!passing.getAsBoolean()) {
            settings.set(Settings.Name.SCALE, Double.toString(wanted));
        }
    }
}
