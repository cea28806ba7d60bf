package innerloop.io;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which files a graph was read from, and which beside them look as if they belonged to it but were not read.
///
/// @param read their names
/// @param unread their names, sorted; the first of them if there are many
public record GraphFiles(List<String> read, List<String> unread) {

    static final GraphFiles UNKNOWN = new GraphFiles(List.of(), List.of());

    private static final int MOST_NAMED = 20;
    private static final int MOST_LOOKED_AT = 10_000;

    /// What files beside an edge list without a name of its own are called.
    private static final Set<String> PARTS =
            Set.of(
                    "node",
                    "nodes",
                    "vertices",
                    "edge",
                    "edges",
                    "links",
                    "label",
                    "labels",
                    "class",
                    "classes",
                    "features",
                    "attributes",
                    "targets",
                    "names");

    public GraphFiles {
        read = List.copyOf(read);
        unread = List.copyOf(unread);
    }

    /// Looks beside the files that were read.
    ///
    /// @param path the file or folder a person named
    static GraphFiles of(Path path, List<Path> read) {
        boolean wholeFolder = Files.isDirectory(path);
        List<String> names = read.stream().map(Path::getFileName).map(String::valueOf).toList();
        List<String> unread = new ArrayList<>();
        Path folder = wholeFolder ? path : path.toAbsolutePath().getParent();
        int looked = 0;
        if (folder != null) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    String name = String.valueOf(entry.getFileName());
                    boolean candidate =
                            !names.contains(name)
                                    && isData(name)
                                    && (wholeFolder || names.stream().anyMatch(n -> go(n, name)));
                    if (candidate && Files.isRegularFile(entry)) {
                        unread.add(name);
                    }
                    if (++looked == MOST_LOOKED_AT) {
                        break;
                    }
                }
            } catch (IOException | DirectoryIteratorException e) {
                // Not being able to list a folder is no complaint about the graph.
            }
        }
        return new GraphFiles(names, unread.stream().sorted().limit(MOST_NAMED).toList());
    }

    private static boolean isData(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !lower.startsWith(".")
                && !lower.startsWith("readme")
                && !lower.startsWith("license")
                && !lower.contains("provenance")
                && !lower.endsWith(".experiment.json")
                && !lower.endsWith(".split.json")
                // Labels to predict from (SupportCsv) are no part of a graph.
                && !lower.endsWith("support.csv")
                && !lower.endsWith(".md")
                && !lower.endsWith(".png")
                && !lower.endsWith(".svg");
    }

    /// Whether two files go together by their names.
    private static boolean go(String read, String other) {
        String stem = stem(read);
        if (PARTS.contains(stem)) {
            return PARTS.contains(stem(other));
        }
        String common = collection(stem);
        return other.length() > common.length()
                && other.startsWith(common)
                && ".-_".indexOf(other.charAt(common.length())) >= 0;
    }

    private static String stem(String name) {
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /// `MUTAG` for `MUTAG_A`, as the TU collections name their files; `mine` for `mine_edges`.
    private static String collection(String stem) {
        int at = Math.max(stem.lastIndexOf('_'), stem.lastIndexOf('-'));
        if (at <= 0) {
            return stem;
        }
        String last = stem.substring(at + 1);
        return last.equals("A") || PARTS.contains(last.toLowerCase(Locale.ROOT))
                ? stem.substring(0, at)
                : stem;
    }
}
