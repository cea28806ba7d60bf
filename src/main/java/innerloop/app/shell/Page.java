package innerloop.app.shell;

import innerloop.app.glossary.Topic;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/// A view with its title, as a card shows it; several pages in one card become tabs.
///
/// @param id short name, part of the tab's id
/// @param title what a person reads
/// @param content the view
/// @param tools small controls for the right end of the card's header
/// @param offered whether it has anything to say; otherwise it has no tab
public record Page(
        String id, String title, Region content, Region tools, ObservableValue<Boolean> offered) {

    public Page {
        Topic.set(content, id);
    }

    /// A page that is always there.
    public Page(String id, String title, Region content, Region tools) {
        this(id, title, content, tools, new SimpleBooleanProperty(true));
    }

    /// A page without tools.
    public static Page of(String id, String title, Region content) {
        return new Page(id, title, content, new Region());
    }

    /// The same page, there only while it has anything to say.
    public Page offered(ObservableValue<Boolean> when) {
        return new Page(id, title, content, tools, when);
    }
}
