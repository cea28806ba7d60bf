package innerloop.graph;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/// What the nodes of a graph are called: names are for people to read, ids are what the edges in the person's file mean a
/// node by. Where a file knows its nodes by their names, both are the same; where it counts them, ids are numbers from 0.
///
/// Ids are kept so that whatever is written about a node can be joined with the file it came from. Most files have only one
/// of both, so lists that say the same are held once, and numbers not at all.
///
/// @param names the name of each node; may repeat
/// @param ids the id of each node; no two are the same
public record NodeNames(List<String> names, List<String> ids) {

    /// Checks that every node has both.
    public NodeNames {
        if (names.size() != ids.size()) {
            throw new IllegalArgumentException(names.size() + " names for " + ids.size() + " ids");
        }
        names = compact(names);
        ids = ids.equals(names) ? names : compact(ids);
    }

    /// Nodes that are only counted.
    public static NodeNames numbered(int nodes) {
        List<String> numbers = new Numbers(nodes);
        return new NodeNames(numbers, numbers);
    }

    /// Nodes that have names but are counted.
    public static NodeNames of(List<String> names) {
        return new NodeNames(names, new Numbers(names.size()));
    }

    private static List<String> compact(List<String> texts) {
        List<String> numbers = new Numbers(texts.size());
        return texts.equals(numbers) ? numbers : List.copyOf(texts);
    }

    /// Number of nodes.
    public int size() {
        return names.size();
    }

    /// Whether ids say something that names do not.
    public boolean idsDiffer() {
        return !ids.equals(names);
    }

    /// Whether ids are more than numbers in the order of the nodes.
    public boolean idsNeeded() {
        return !ids.equals(new Numbers(size()));
    }

    /// The numbers from 0 as texts.
    private static final class Numbers extends AbstractList<String> implements RandomAccess {
        private final int size;

        Numbers(int size) {
            this.size = size;
        }

        @Override
        public String get(int index) {
            if (index < 0 || index >= size) {
                throw new IndexOutOfBoundsException(index);
            }
            return Integer.toString(index);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
