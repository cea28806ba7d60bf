package innerloop.io;

import innerloop.checks.Nearest;
import innerloop.experiment.ColumnRole;
import innerloop.experiment.GraphReading;
import innerloop.graph.AttributedGraph;
import innerloop.phrase.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Where reading a graph starts: finds the format and its reader.
public final class GraphReaders {

    private GraphReaders() {}

    /// Reads a graph about which nothing is said: its format follows from its content and its path.
    ///
    /// @throws GraphFormatException when it is missing, of unknown format, or cannot be read
    public static GraphImport read(Path path) throws GraphFormatException {
        return read(path, GraphReading.guessed());
    }

    /// Reads a graph as an experiment says.
    ///
    /// @throws GraphFormatException when it is missing, of unknown format, or cannot be read
    public static GraphImport read(Path path, GraphReading rules) throws GraphFormatException {
        return read(path, rules, new ReadProgress());
    }

    /// The same, watched.
    ///
    /// @throws GraphFormatException when it is missing, of unknown format, too large for the memory, or cannot be read
    /// @throws ReadProgress.StoppedException when it was stopped
    public static GraphImport read(Path path, GraphReading rules, ReadProgress progress)
            throws GraphFormatException {
        if (!Files.exists(path)) {
            throw Problem.ofFile(path, Trouble.of("file.none")).exception();
        }
        return new CurrentReading(rules, progress).read(() -> read(path, rules, progress, path));
    }

    private static GraphImport read(
            Path path, GraphReading rules, ReadProgress progress, Path named)
            throws GraphFormatException {
        GraphFormat format =
                rules.format().isEmpty()
                        ? GraphFormat.detect(path)
                        : GraphFormat.ofId(rules.format(), path);
        GraphReader reader = format.reader();
        List<Path> files = reader.files(path);
        MemoryNeed.require(named, files);
        progress.expect(MemoryNeed.bytes(files));
        try {
            GraphImport read = reader.read(path);
            progress.requireGoing();
            // A reader that unpacks knows the files already.
            GraphFiles known =
                    read.files().equals(GraphFiles.UNKNOWN)
                            ? GraphFiles.of(named, files)
                            : read.files();
            return read.withFiles(known)
                    .withGraph(edges(read.graph(), rules))
                    .withProblems(
                            Stream.concat(
                                            read.problems().stream(),
                                            unknownColumns(named, rules, read.columns()).stream())
                                    .toList());
        } catch (OutOfMemoryError e) {
            throw Problem.ofFile(named, MemoryNeed.full()).exception();
        }
    }

    /// Rules for columns that the file does not have.
    private static List<Problem> unknownColumns(
            Path named, GraphReading rules, List<ColumnReport> columns) {
        List<Problem> problems = new ArrayList<>();
        for (ColumnRole.Table table : List.of(ColumnRole.Table.NODES, ColumnRole.Table.EDGES)) {
            List<String> names =
                    columns.stream()
                            .filter(column -> column.table() == table)
                            .map(ColumnReport::name)
                            .toList();
            for (String name : rules.said(table).keySet()) {
                if (!names.contains(name)) {
                    Trouble trouble = Trouble.of("reading.noColumn", Problem.shortened(name));
                    problems.add(
                            Problem.ofFile(
                                    named,
                                    names.isEmpty()
                                            ? trouble
                                            : trouble.withFix(Nearest.didYouMean(name, names))));
                }
            }
        }
        return problems;
    }

    /// The graph with those of its edges, and with directions, as the rules say.
    private static AttributedGraph edges(AttributedGraph graph, GraphReading rules) {
        AttributedGraph kept = rules.withoutLoops() ? graph.withoutLoops() : graph;
        return rules.directions() == GraphReading.Directions.UNDIRECTED ? kept.undirected() : kept;
    }

    /// The graph's name: the file's name without its ending, or the folder's.
    static String graphName(Path path) {
        String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 && !Files.isDirectory(path) ? name.substring(0, dot) : name;
    }
}
