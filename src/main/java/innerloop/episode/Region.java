package innerloop.episode;

import innerloop.phrase.Phrase;
import innerloop.phrase.Refusal;
import java.util.List;

/// A set of nodes from which episodes are drawn on their own.
///
/// @param name its name; the [Lanes] of a [Split] say in which phase it is used
/// @param nodes its nodes by number, ascending, each once
public record Region(String name, List<Integer> nodes) {

    /// The most characters of a name.
    public static final int LONGEST_NAME = 100;

    public Region {
        if (name.isBlank()
                || name.length() > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(Phrase.of("refusal.regionName", LONGEST_NAME));
        }
        if (nodes.stream().anyMatch(node -> node < 0)) {
            throw new Refusal(Phrase.of("refusal.regionNumber", name));
        }
        nodes = nodes.stream().distinct().sorted().toList();
        if (nodes.isEmpty()) {
            throw new Refusal(Phrase.of("refusal.emptyRegion", name));
        }
    }
}
