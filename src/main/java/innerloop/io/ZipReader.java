package innerloop.io;

import innerloop.phrase.Trouble;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Reads the one graph that a `.zip` holds: a file of any other format, or a folder of parts.
///
/// It is unpacked into a temporary folder, which is deleted again. An archive may not lead out of it, hold another archive (but for
/// `.npz`), or become so large that only a made-up one does.
public final class ZipReader implements GraphReader {

    private static final int MOST_ENTRIES = 10_000;
    private static final long LARGEST = 1L << 33;

    /// Text of graphs shrinks to a tenth; small archives may shrink as they like.
    private static final int MOST_RATIO = 200;

    private static final long SMALL = 1 << 26;
    private static final int MOST_NAMED = 4;
    private static final int BUFFER = 1 << 16;
    private static final byte[] SIGN = {'P', 'K', 3, 4};

    @Override
    public GraphImport read(Path path) throws GraphFormatException {
        Path folder;
        try {
            folder = Files.createTempDirectory("innerloop-zip");
        } catch (IOException e) {
            throw Problem.unreadable(path, e).exception();
        }
        try {
            // Readers of folders call the graph as the folder is called.
            Path root = Files.createDirectory(folder.resolve(GraphReaders.graphName(path)));
            unpack(path, root);
            return named(path, root);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw Problem.ofFile(path, Trouble.of("zip.broken")).exception();
        } catch (IOException e) {
            throw Problem.unreadable(path, e).exception();
        } catch (UncheckedIOException e) {
            throw Problem.unreadable(path, new IOException(e)).exception();
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try {
            FolderTree.delete(folder);
        } catch (IOException e) {
            // It is a temporary folder; the system deletes it some time.
        }
    }

    private static void unpack(Path path, Path root) throws IOException, GraphFormatException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw Problem.ofFile(path, Trouble.of("zip.entries", MOST_ENTRIES)).exception();
            }
            long room = Math.min(LARGEST, Math.max(SMALL, Files.size(path) * MOST_RATIO));
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                Path target = target(path, root, entry.getName());
                if (!entry.isDirectory() && !isHidden(root.relativize(target))) {
                    Files.createDirectories(target.resolveSibling(""));
                    try (InputStream in = zip.getInputStream(entry)) {
                        room = unpack(path, entry.getName(), in, target, room);
                    }
                }
            }
        }
    }

    private static Path target(Path path, Path root, String name) throws GraphFormatException {
        try {
            Path target = root.resolve(name.replace('\\', '/')).normalize();
            if (target.startsWith(root) && !name.contains(":")) {
                return target;
            }
        } catch (InvalidPathException e) {
            // It is no name of a file here.
        }
        throw Problem.ofText(path, 0, 0, name, Trouble.of("zip.outside", Problem.shortened(name)))
                .exception();
    }

    /// What systems and Git add.
    private static boolean isHidden(Path inside) {
        for (Path part : inside) {
            if (part.toString().startsWith(".") || part.toString().equals("__MACOSX")) {
                return true;
            }
        }
        return false;
    }

    /// Copies an entry; how many bytes may still come.
    private static long unpack(Path path, String name, InputStream in, Path target, long room)
            throws IOException, GraphFormatException {
        long left = room;
        byte[] buffer = new byte[BUFFER];
        int count = in.readNBytes(buffer, 0, BUFFER);
        boolean archive = count >= SIGN.length;
        for (int k = 0; archive && k < SIGN.length; k++) {
            archive = buffer[k] == SIGN[k];
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".zip") || (archive && !lower.endsWith(".npz"))) {
            throw Problem.ofText(
                            path, 0, 0, name, Trouble.of("zip.nested", Problem.shortened(name)))
                    .exception();
        }
        try (OutputStream out = Files.newOutputStream(target)) {
            while (count > 0) {
                left -= count;
                if (left < 0) {
                    throw Problem.ofFile(path, Trouble.of("zip.bomb")).exception();
                }
                out.write(buffer, 0, count);
                count = in.readNBytes(buffer, 0, BUFFER);
            }
        }
        return left;
    }

    /// The graph, with files called by their places in the archive.
    private static GraphImport named(Path path, Path root)
            throws IOException, GraphFormatException {
        try {
            CurrentReading current = CurrentReading.get();
            GraphImport read =
                    GraphReaders.read(
                            graph(path, root), current.rules().withFormat(""), current.progress());
            List<Problem> problems = new ArrayList<>();
            read.problems().forEach(problem -> problems.add(inside(path, root, problem)));
            List<String> others = tablesBeside(root, read.files());
            if (!others.isEmpty()) {
                problems.add(
                        Problem.ofFile(path, Trouble.of("zip.unread", String.join(", ", others))));
            }
            return read.withProblems(problems);
        } catch (GraphFormatException e) {
            throw inside(path, root, e.problem()).exception();
        }
    }

    /// Tables in the archive that the graph was not read from.
    private static List<String> tablesBeside(Path root, GraphFiles read) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> isGraph(file, false))
                    .filter(file -> !read.read().contains(String.valueOf(file.getFileName())))
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .limit(MOST_NAMED)
                    .toList();
        }
    }

    private static Problem inside(Path path, Path root, Problem problem) {
        String file = problem.file();
        String shown =
                file.startsWith(root.toString())
                        ? path + file.substring(root.toString().length())
                        : file;
        return new Problem(
                shown, problem.line(), problem.column(), problem.text(), problem.trouble());
    }

    /// The one thing in the archive that is a graph.
    private static Path graph(Path path, Path root) throws IOException, GraphFormatException {
        Path folder = root;
        List<Path> inside = list(folder);
        while (!isWhole(folder) && inside.size() == 1 && Files.isDirectory(inside.getFirst())) {
            folder = inside.getFirst();
            inside = list(folder);
        }
        if (isWhole(folder)) {
            return folder;
        }
        List<Path> everything;
        try (Stream<Path> walk = Files.walk(folder)) {
            everything = walk.sorted().toList();
        }
        List<Path> folders =
                everything.stream()
                        .filter(each -> Files.isDirectory(each) && isWhole(each))
                        .toList();
        List<Path> files = everything.stream().filter(Files::isRegularFile).toList();
        List<Path> signed = files.stream().filter(file -> isGraph(file, true)).toList();
        List<Path> graphs = new ArrayList<>(folders);
        graphs.addAll(signed);
        if (graphs.isEmpty()) {
            graphs.addAll(files.stream().filter(file -> isGraph(file, false)).toList());
        }
        if (graphs.size() == 1) {
            return graphs.getFirst();
        }
        if (graphs.isEmpty()) {
            throw Problem.ofFile(path, Trouble.of("zip.none")).exception();
        }
        String names =
                graphs.stream()
                        .limit(4)
                        .map(each -> root.relativize(each).toString())
                        .collect(Collectors.joining(", "));
        throw Problem.ofFile(path, Trouble.of("zip.several", graphs.size(), names)).exception();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /// Whether a folder is a graph as a whole. One around a `raw` folder is one as much as that.
    private static boolean isWhole(Path folder) {
        return (!folder.endsWith("raw") && FormatSigns.ofParts(folder).isPresent())
                || Files.isRegularFile(folder.resolve("edges.txt"))
                || Files.isRegularFile(folder.resolve("edges.csv"));
    }

    private static boolean isGraph(Path file, boolean beyondDoubt) {
        if (beyondDoubt) {
            return FormatSigns.of(file).isPresent() || file.toString().endsWith(".npz");
        }
        String lower = file.toString().toLowerCase(Locale.ROOT);
        return GraphFormat.EDGE_LIST.endings().stream().anyMatch(lower::endsWith)
                && !lower.endsWith(".nodes.csv")
                && !lower.contains("readme")
                && FormatSigns.isTable(file);
    }
}
