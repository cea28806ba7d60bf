package innerloop.app.shell;

import javafx.scene.layout.Region;

/// A view with its title, as a card shows it; several pages in one card become tabs.
///
/// @param id short name, part of the tab's id
/// @param title what a person reads
/// @param content the view
/// @param tools small controls for the right end of the card's header
public record Page(String id, String title, Region content, Region tools) {

    /// A page without tools.
    public static Page of(String id, String title, Region content) {
        return new Page(id, title, content, new Region());
    }
}
