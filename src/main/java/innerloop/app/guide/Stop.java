package innerloop.app.guide;

import java.util.List;

/// A card, and what it points at.
///
/// @param name part of the keys of its texts
/// @param targets the ids of what it points at; the first that is there counts
public record Stop(String name, List<String> targets) {

    /// All cards in their order: from the recipe over a run to what is seen of it.
    public static final List<Stop> ALL =
            List.of(
                    new Stop("recipe", List.of("panel-recipe")),
                    new Stop("split", List.of("card-split")),
                    new Stop("run", List.of("button-run-start")),
                    new Stop("graph", List.of("panel-graph")),
                    new Stop("embedding", List.of("panel-embedding", "tab-graph-embedding")),
                    new Stop("curves", List.of("panel-watching")),
                    new Stop("inner", List.of("tab-watching-inner", "panel-watching")),
                    new Stop("find", List.of("button-find")));

    public Stop {
        targets = List.copyOf(targets);
    }
}
