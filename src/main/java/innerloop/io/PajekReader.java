package innerloop.io;

import innerloop.io.GraphContent.Place;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Reads Pajek's networks:
///
///     *Vertices 3
///     1 "a" 0.1 0.2
///     *Edges          or *Arcs, which have a direction; *Edgeslist and *Arcslist have a line for each node
///     1 2 0.5
///     *Matrix         a row of weights for each node
///
/// Nodes are counted from 1, and lines of those without a name may be missing. `STEM.clu` beside the file holds the classes, a number for each node,
/// `STEM.vec` a feature. Further settings of nodes and edges (shapes, colours, times) are not used.
public final class PajekReader implements GraphReader {

    /// What Pajek writes for a vertex without a value; older versions have two digits less.
    static final String NO_CLASS = "999999998";

    private static final Set<String> NO_VALUE = Set.of(NO_CLASS, "9999998");

    private static final List<String> COMPANIONS = List.of(".clu", ".vec");

    @Override
    public GraphImport read(Path path) throws GraphFormatException {
        Reading reading = new Reading(path);
        try (LineScanner lines = new LineScanner(path)) {
            reading.read(lines);
        }
        for (String ending : COMPANIONS) {
            Path companion = companion(path, ending);
            if (Files.isRegularFile(companion)) {
                reading.column(companion, ending.equals(".clu") ? "class" : "vector");
            }
        }
        return reading.content.build();
    }

    @Override
    public List<Path> files(Path path) {
        return Stream.concat(
                        Stream.of(path),
                        COMPANIONS.stream()
                                .map(ending -> companion(path, ending))
                                .filter(Files::isRegularFile))
                .toList();
    }

    private static Path companion(Path path, String ending) {
        return path.resolveSibling(GraphReaders.graphName(path) + ending);
    }

    /// What the lines of the file mean.
    private enum Section {
        NONE,
        VERTICES,
        PAIRS,
        LISTS,
        MATRIX
    }

    /// One reading of one file.
    private static final class Reading {

        private final Path file;
        private final GraphContent content;
        private int nodes = -1;
        private Section section = Section.NONE;
        private boolean directed;
        private boolean named;
        private int row;

        Reading(Path file) {
            this.file = file;
            this.content = new GraphContent(file, GraphFormat.PAJEK);
        }

        void read(LineScanner lines) throws GraphFormatException {
            while (lines.next()) {
                if (!lines.token() || lines.tokenStartsWith('%')) {
                    continue;
                }
                List<String> fields = fields(lines.text());
                Place place = new Place(lines.lineNumber(), 1);
                if (fields.getFirst().startsWith("*")) {
                    begin(fields, place);
                } else {
                    line(fields, place);
                }
            }
            if (nodes < 0) {
                throw Problem.ofFile(file, Trouble.of("pajek.noVertices")).exception();
            }
        }

        private void begin(List<String> fields, Place place) throws GraphFormatException {
            String word = fields.getFirst().substring(1).toLowerCase(Locale.ROOT);
            section =
                    switch (word) {
                        case "vertices" -> {
                            vertices(fields, place);
                            yield Section.VERTICES;
                        }
                        case "arcs", "edges" -> Section.PAIRS;
                        case "arcslist", "edgeslist" -> Section.LISTS;
                        case "matrix" -> Section.MATRIX;
                        case "network" -> Section.NONE;
                        default ->
                                throw content.error(
                                        place,
                                        fields.getFirst(),
                                        Trouble.of(
                                                "pajek.notRead",
                                                Problem.shortened(fields.getFirst())));
                    };
            directed = word.startsWith("arcs") || word.equals("matrix");
            if (nodes < 0 && section != Section.NONE) {
                throw content.error(place, fields.getFirst(), Trouble.of("pajek.first"));
            }
            row = 0;
        }

        private void vertices(List<String> fields, Place place) throws GraphFormatException {
            if (nodes >= 0) {
                throw content.error(place, fields.getFirst(), Trouble.of("pajek.second"));
            }
            nodes = fields.size() < 2 ? -1 : whole(fields.get(1), place, Phrase.of("pajek.count"));
            if (nodes < 0) {
                throw content.error(place, fields.getFirst(), Trouble.of("pajek.howMany"));
            }
            MostNodes.require(nodes, file);
            for (int node = 1; node <= nodes; node++) {
                content.node(Integer.toString(node), place);
            }
        }

        private void line(List<String> fields, Place place) throws GraphFormatException {
            switch (section) {
                case NONE -> {
                    // Comments of old programs.
                }
                case VERTICES -> vertex(fields, place);
                case PAIRS -> {
                    if (fields.size() < 2) {
                        throw content.error(place, fields.getFirst(), Trouble.of("pajek.oneEnd"));
                    }
                    edge(
                            fields.getFirst(),
                            fields.get(1),
                            fields.size() > 2 && isNumber(fields.get(2)) ? fields.get(2) : "1",
                            place);
                }
                case LISTS -> {
                    for (String other : fields.subList(1, fields.size())) {
                        edge(fields.getFirst(), other, "1", place);
                    }
                }
                case MATRIX -> matrix(fields, place);
            }
        }

        private void vertex(List<String> fields, Place place) throws GraphFormatException {
            int node = number(fields.getFirst(), place) - 1;
            if (fields.size() > 1) {
                if (!named) {
                    named = true;
                    content.column("label", new NodeColumn("label", NodeColumn.Kind.TEXT, ""));
                }
                content.set(node, "label", fields.get(1), place.line());
            }
            if (fields.size() > 3 && isNumber(fields.get(2)) && isNumber(fields.get(3))) {
                content.set(node, "x", fields.get(2), place.line());
                content.set(node, "y", fields.get(3), place.line());
            }
        }

        private void matrix(List<String> fields, Place place) throws GraphFormatException {
            row++;
            if (row > nodes || fields.size() != nodes) {
                throw content.error(place, "", Trouble.of("pajek.matrix", nodes));
            }
            for (int c = 0; c < nodes; c++) {
                double weight = content.weight(fields.get(c), place);
                if (weight != 0) {
                    content.edge(
                            Integer.toString(row), Integer.toString(c + 1), true, weight, place);
                }
            }
        }

        private void edge(String source, String target, String weight, Place place)
                throws GraphFormatException {
            content.edge(
                    Integer.toString(number(source, place)),
                    Integer.toString(number(target, place)),
                    directed,
                    content.weight(weight, place),
                    place);
        }

        private int number(String text, Place place) throws GraphFormatException {
            int number = whole(text, place, Phrase.of("number.name.NODE"));
            if (number < 1 || number > nodes) {
                throw content.error(
                        place,
                        text,
                        Trouble.of(
                                "pajek.noNode", Problem.shortened(text), Integer.toString(nodes)));
            }
            return number;
        }

        private int whole(String text, Place place, Phrase what) throws GraphFormatException {
            double number = Decimals.parse(text);
            if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
                throw content.error(
                        place, text, Trouble.of("pajek.noNumber", Problem.shortened(text), what));
            }
            return (int) number;
        }

        private static boolean isNumber(String text) {
            return Double.isFinite(Decimals.parse(text));
        }

        /// A file with a line for each node.
        void column(Path from, String name) throws GraphFormatException {
            int node = 0;
            try (LineScanner lines = new LineScanner(from)) {
                while (lines.next()) {
                    if (!lines.token()
                            || lines.tokenStartsWith('%')
                            || lines.tokenStartsWith('*')) {
                        continue;
                    }
                    if (node == nodes) {
                        throw lines.lineProblem(Trouble.of("pajek.moreLines", nodes)).exception();
                    }
                    String value = lines.text().strip();
                    content.set(
                            node, name, NO_VALUE.contains(value) ? "" : value, lines.lineNumber());
                    node++;
                }
            }
        }

        /// The parts of a line, quoted ones without their quotes.
        private static List<String> fields(String line) {
            List<String> fields = new ArrayList<>();
            int at = 0;
            while (at < line.length()) {
                char c = line.charAt(at);
                if (Character.isWhitespace(c)) {
                    at++;
                } else if (c == '"') {
                    int end = line.indexOf('"', at + 1);
                    int stop = end < 0 ? line.length() : end;
                    fields.add(line.substring(at + 1, stop));
                    at = stop + 1;
                } else {
                    int end = at;
                    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
                        end++;
                    }
                    fields.add(line.substring(at, end));
                    at = end;
                }
            }
            return fields.isEmpty() ? List.of("") : fields;
        }
    }
}
