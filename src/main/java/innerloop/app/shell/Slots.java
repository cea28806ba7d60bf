package innerloop.app.shell;

import java.util.List;
import javafx.scene.layout.Region;

/// The views the window arranges.
///
/// @param recipe the left side
/// @param graph the centre
/// @param embedding beside the graph, or a tab of it in a narrow window
/// @param inspector the pages of the right side
/// @param watching the pages at the bottom (curves)
/// @param time which moment all views show
/// @param badge a few words on the meta-gradient, for the status line
/// @param start what is shown while no graph is open
public record Slots(
        Region recipe,
        Page graph,
        Page embedding,
        List<Page> inspector,
        List<Page> watching,
        Region time,
        Region badge,
        Region start) {

    public Slots {
        inspector = List.copyOf(inspector);
        watching = List.copyOf(watching);
    }
}
