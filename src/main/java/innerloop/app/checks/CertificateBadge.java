package innerloop.app.checks;

import innerloop.app.checks.Badge.Tone;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The badge in the status line; pointing at it says in words what it means.
public final class CertificateBadge extends Label {

    private final FontIcon icon = new FontIcon(Feather.CIRCLE);
    private final Tooltip tip = new Tooltip();

    /// A badge that follows this model.
    public CertificateBadge(CertificateViewModel model) {
        setId("certificate");
        setMinWidth(Region.USE_PREF_SIZE);
        setGraphic(icon);
        tip.setWrapText(true);
        tip.setMaxWidth(340);
        tip.setShowDelay(Duration.millis(250));
        tip.setShowDuration(Duration.INDEFINITE);
        setTooltip(tip);
        model.badge().subscribe(this::show);
    }

    private void show(Badge badge) {
        boolean shown = badge.tone() != Tone.HIDDEN;
        setVisible(shown);
        setManaged(shown);
        setText(badge.text());
        tip.setText(badge.words());
        setAccessibleHelp(badge.words());
        icon.setIconCode(
                switch (badge.tone()) {
                    case HIDDEN, PLAIN -> Feather.CIRCLE;
                    case GOOD -> Feather.CHECK_CIRCLE;
                    case WARNING -> Feather.ALERT_CIRCLE;
                    case BAD -> Feather.X_CIRCLE;
                });
        getStyleClass().setAll("label", "badge", badge.tone().name().toLowerCase(Locale.ROOT));
    }
}
