package innerloop.cli;

import innerloop.experiment.ColumnRole;
import innerloop.experiment.GraphReading;
import innerloop.experiment.InputException;
import innerloop.phrase.Trouble;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How a command is told how to read a graph's file, where it would guess otherwise.
final class ReadingOptions {

    @Option(
            names = "--format",
            paramLabel = "F",
            description =
                    "plain, graphml, csv, dgs, gexf, gml, dot, pajek, json, tu, collection, planetoid, npz, citations, ogb, mtx, sdf, smiles or zip (default: by content, else by name)")
    private @Nullable String format;

    @Option(
            names = "--column",
            paramLabel = "NAME=ROLE",
            description =
                    "what a column of the nodes is: id, name, class, feature, filled, one-hot, target, x, y or ignored; may be repeated")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--edge-column",
            paramLabel = "NAME=ROLE",
            description =
                    "what a column of a table of edges is: source, destination, weight, direction, time or ignored; #0, #1, … without a header; may be repeated")
    private Map<String, String> edgeColumns = new LinkedHashMap<>();

    @Option(
            names = "--separator",
            paramLabel = "S",
            description = "of a text table: tab, comma, semicolon or blanks")
    private @Nullable String separator;

    @Option(
            names = "--header",
            paramLabel = "H",
            description = "of a table of edges: names or none")
    private @Nullable String header;

    @Option(
            names = "--directions",
            paramLabel = "D",
            description = "directed (text tables) or undirected, whatever the file says")
    private @Nullable String directions;

    @Option(names = "--without-loops", description = "leave out edges from a node to itself")
    private boolean withoutLoops;

    @Option(names = "--skip", description = "leave out what cannot be read instead of ending")
    private boolean skipping;

    /// What was said.
    GraphReading reading() throws InputException {
        GraphReading guessed = GraphReading.guessed();
        GraphReading said =
                guessed.withFormat(format == null ? "" : format)
                        .withSeparator(
                                word(
                                        "--separator",
                                        separator,
                                        GraphReading.Separator.values(),
                                        guessed.separator()))
                        .withHeader(
                                word(
                                        "--header",
                                        header,
                                        GraphReading.Header.values(),
                                        guessed.header()))
                        .withDirections(
                                word(
                                        "--directions",
                                        directions,
                                        GraphReading.Directions.values(),
                                        guessed.directions()))
                        .withoutLoops(withoutLoops)
                        .withSkipping(skipping);
        said = with(said, "--column", ColumnRole.Table.NODES, columns);
        return with(said, "--edge-column", ColumnRole.Table.EDGES, edgeColumns);
    }

    private static GraphReading with(
            GraphReading before, String option, ColumnRole.Table table, Map<String, String> roles)
            throws InputException {
        GraphReading said = before;
        List<ColumnRole> known = ColumnRole.of(table);
        for (Map.Entry<String, String> each : roles.entrySet()) {
            ColumnRole role =
                    word(
                            option,
                            each.getValue(),
                            known.toArray(ColumnRole[]::new),
                            ColumnRole.IGNORED);
            said = said.with(table, each.getKey(), role);
        }
        return said;
    }

    private static <E extends Enum<E>> E word(
            String option, @Nullable String given, E[] values, E otherwise) throws InputException {
        if (given == null) {
            return otherwise;
        }
        for (E value : values) {
            if (word(value).equals(given)) {
                return value;
            }
        }
        throw new InputException(
                Trouble.of(
                        "reading.noWord",
                        given,
                        Arrays.stream(values)
                                .map(ReadingOptions::word)
                                .collect(Collectors.joining(", "))),
                option);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The options that say the same.
    static String text(GraphReading reading) {
        StringJoiner options = new StringJoiner(" ");
        if (!reading.format().isEmpty()) {
            options.add("--format " + reading.format());
        }
        if (reading.separator() != GraphReading.Separator.GUESSED) {
            options.add("--separator " + word(reading.separator()));
        }
        if (reading.header() != GraphReading.Header.GUESSED) {
            options.add("--header " + word(reading.header()));
        }
        if (reading.directions() != GraphReading.Directions.OF_FILE) {
            options.add("--directions " + word(reading.directions()));
        }
        if (reading.withoutLoops()) {
            options.add("--without-loops");
        }
        if (reading.skipping()) {
            options.add("--skip");
        }
        reading.columns().forEach((column, role) -> options.add("--column " + said(column, role)));
        reading.edgeColumns()
                .forEach((column, role) -> options.add("--edge-column " + said(column, role)));
        return options.toString();
    }

    private static String said(String column, ColumnRole role) {
        String text = column + "=" + word(role);
        return text.matches("[A-Za-z0-9_=.-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
