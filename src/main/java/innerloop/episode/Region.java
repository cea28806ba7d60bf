package innerloop.episode;

import java.util.List;

/// Some nodes of the graph that are a task of their own: its episodes are drawn from them alone.
///
/// @param name what it is called; the [Lanes] of a [Split] say in which phase it is used
/// @param nodes its nodes by number, ascending, each once
public record Region(String name, List<Integer> nodes) {

    /// So many characters a name may have.
    public static final int LONGEST_NAME = 100;

    public Region {
        if (name.isBlank()
                || name.length() > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "the name of a region must have 1 to %d characters and no line breaks"
                            .formatted(LONGEST_NAME));
        }
        if (nodes.stream().anyMatch(node -> node < 0)) {
            throw new IllegalArgumentException(
                    "region \"" + name + "\" has a negative node number");
        }
        nodes = nodes.stream().distinct().sorted().toList();
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("region \"" + name + "\" has no nodes");
        }
    }
}
