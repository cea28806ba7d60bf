package innerloop.io;

import innerloop.experiment.ColumnRole;
import innerloop.experiment.GraphReading;
import innerloop.graph.FeatureTable;
import innerloop.graph.GraphBuilder;
import innerloop.math.SparseMatrix;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The meaning of the columns of a node table.
///
/// By name, ignoring case: the first of `class`, `label_class`, `club`, `category`, `community`,
/// `group`, `type` is the class, without them `gt` or `value` where most nodes share their value; `label`, else `name`, is the node's name; `x` and `y` are its
/// position if all nodes have both; `graph_of` and `graph_class` are those of [MemberColumns]. A file with `r`, `g` and `b` comes from Gephi, and `size`, `r`,
/// `g`, `b` are its looks. Every other column of numbers or true/false is a feature; other text is
/// left out with one [Problem]. What a person says of a column ([GraphReading]) goes before all this.
///
/// @param names the node's name, if a column has it
/// @param classes the node's class
/// @param x the node's position, first coordinate
/// @param y the node's position, second coordinate
/// @param members which member graph the node belongs to
/// @param features in the order of the file
/// @param unused the text columns left out
/// @param roles what each column of the file is taken for
record NodeTable(
        @Nullable NodeColumn names,
        @Nullable NodeColumn classes,
        @Nullable NodeColumn x,
        @Nullable NodeColumn y,
        @Nullable MemberColumns members,
        List<NodeColumn> features,
        List<NodeColumn> unused,
        Map<NodeColumn, ColumnRole> roles) {

    private static final List<String> CLASS_NAMES =
            List.of(
                    "class",
                    "label_class",
                    "club",
                    "category",
                    "community",
                    "group",
                    "type",
                    "target");

    private static final Set<String> LOOKS = Set.of("r", "g", "b", "size");

    NodeTable {
        features = List.copyOf(features);
        unused = List.copyOf(unused);
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
    }

    /// Whether a column of this name is more than a feature.
    static boolean hasMeaning(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return CLASS_NAMES.contains(lower)
                || Set.of("label", "name", "id", "x", "y").contains(lower)
                || lower.equals(MemberColumns.GRAPH_OF)
                || lower.equals(MemberColumns.GRAPH_CLASS);
    }

    /// Finds the roles: those a person said, and the others by the columns' names.
    static NodeTable byName(List<NodeColumn> columns, int nodes) {
        Map<NodeColumn, ColumnRole> roles = new LinkedHashMap<>();
        Map<String, ColumnRole> said = CurrentReading.get().rules().columns();
        columns.forEach(column -> roles.put(column, ColumnRole.IGNORED));
        List<NodeColumn> open =
                columns.stream().filter(column -> !said.containsKey(column.name())).toList();
        guess(open, nodes, Set.copyOf(said.values()), roles);
        columns.stream()
                .filter(column -> said.containsKey(column.name()))
                .forEach(column -> roles.put(column, said.get(column.name())));
        MemberColumns members =
                MemberColumns.of(
                        first(open, List.of(MemberColumns.GRAPH_OF)),
                        first(open, List.of(MemberColumns.GRAPH_CLASS)),
                        nodes);
        if (members != null) {
            roles.put(members.graphOf(), ColumnRole.IGNORED);
            put(members.classes(), ColumnRole.IGNORED, roles);
        }
        return new NodeTable(
                one(roles, ColumnRole.NAME),
                one(roles, ColumnRole.CLASS),
                one(roles, ColumnRole.X),
                one(roles, ColumnRole.Y),
                members,
                features(roles, nodes),
                open.stream()
                        .filter(column -> roles.get(column) == ColumnRole.IGNORED)
                        .filter(column -> !column.numeric())
                        .filter(column -> members == null || column != members.classes())
                        .toList(),
                roles);
    }

    /// Gives columns that nothing is said of their roles.
    ///
    /// @param taken roles that a person gave to other columns
    private static void guess(
            List<NodeColumn> columns,
            int nodes,
            Set<ColumnRole> taken,
            Map<NodeColumn, ColumnRole> roles) {
        boolean gephi =
                Stream.of("r", "g", "b").allMatch(look -> first(columns, List.of(look)) != null);
        for (NodeColumn column : columns) {
            boolean look = gephi && LOOKS.contains(lower(column));
            boolean used = column.numeric() && !look;
            roles.put(column, used ? ColumnRole.FEATURE : ColumnRole.IGNORED);
        }
        NodeColumn names = first(columns, List.of("label", "name"));
        if (!taken.contains(ColumnRole.CLASS)) {
            NodeColumn classes = first(columns, CLASS_NAMES);
            if (classes == null && names != null && names.repeats(nodes)) {
                // A name that many nodes share says what they are, not which one.
                classes = names;
                NodeColumn other = first(columns, List.of("name"));
                names = other == classes ? null : other;
            }
            put(classes == null ? kinds(columns, nodes) : classes, ColumnRole.CLASS, roles);
        }
        if (!taken.contains(ColumnRole.NAME)) {
            put(names, ColumnRole.NAME, roles);
        }
        NodeColumn x = first(columns, List.of("x"));
        NodeColumn y = first(columns, List.of("y"));
        boolean placed =
                !taken.contains(ColumnRole.X)
                        && !taken.contains(ColumnRole.Y)
                        && isPlace(x, nodes)
                        && isPlace(y, nodes);
        put(placed ? x : null, ColumnRole.X, roles);
        put(placed ? y : null, ColumnRole.Y, roles);
    }

    /// The column of the classes in collections of networks, which call it so: `value` (Newman) or `gt`. It holds whole numbers or
    /// words that most nodes share; else it is a column like any other.
    private static @Nullable NodeColumn kinds(List<NodeColumn> columns, int nodes) {
        NodeColumn column = first(columns, List.of("gt", "value"));
        boolean numbers =
                column != null
                        && column.numeric()
                        && !column.texts(nodes).stream()
                                .allMatch(text -> text.strip().matches("-?[0-9]{1,9}"));
        return column == null || numbers || !column.repeats(nodes) ? null : column;
    }

    private static boolean isPlace(@Nullable NodeColumn column, int nodes) {
        return column != null && column.numeric() && column.complete(nodes);
    }

    private static void put(
            @Nullable NodeColumn column, ColumnRole role, Map<NodeColumn, ColumnRole> roles) {
        if (column != null) {
            roles.put(column, role);
        }
    }

    private static @Nullable NodeColumn one(Map<NodeColumn, ColumnRole> roles, ColumnRole role) {
        return roles.entrySet().stream()
                .filter(entry -> entry.getValue() == role)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static List<NodeColumn> features(Map<NodeColumn, ColumnRole> roles, int nodes) {
        List<NodeColumn> features = new ArrayList<>();
        roles.forEach((column, role) -> {
            switch (role) {
                case FEATURE, TARGET -> features.add(column);
                case FILLED -> features.add(column.filled());
                case ONE_HOT -> features.addAll(column.oneHot(nodes));
                case ID, NAME, CLASS, X, Y, IGNORED -> {}
                case SOURCE, DESTINATION, WEIGHT, DIRECTION, TIME -> {}
            }
        });
        return features;
    }

    private static @Nullable NodeColumn first(List<NodeColumn> columns, List<String> names) {
        for (String name : names) {
            for (NodeColumn column : columns) {
                if (lower(column).equals(name)) {
                    return column;
                }
            }
        }
        return null;
    }

    private static String lower(NodeColumn column) {
        return column.name().toLowerCase(Locale.ROOT);
    }

    /// Hands classes, positions and features to the builder; says what the graph does not show.
    TableGaps applyTo(GraphBuilder builder, Path file, int nodes, List<Problem> problems)
            throws GraphFormatException {
        if (classes != null) {
            ClassIndex index = new ClassIndex(nodes);
            List<String> texts = classes.texts(nodes);
            for (int node = 0; node < nodes; node++) {
                String text = texts.get(node).strip();
                if (!text.isEmpty()) {
                    index.set(node, text);
                }
            }
            index.applyTo(builder);
        }
        if (x != null && y != null) {
            builder.positions(positions(x, y, file, nodes, problems));
        }
        if (members != null) {
            members.applyTo(builder, file, nodes);
        }
        if (!features.isEmpty()) {
            builder.features(features(file, nodes, problems));
        }
        if (!unused.isEmpty()) {
            problems.add(
                    Problem.ofFile(
                            file,
                            Trouble.of(
                                    "nodes.unused",
                                    unused.stream()
                                            .map(column ->
                                                    Phrase.of(
                                                            "quoted",
                                                            Problem.shortened(column.name())))
                                            .toList())));
        }
        return gaps(nodes);
    }

    /// The nodes without a number, by the feature column; columns without such nodes are left out.
    private SortedMap<Integer, BitSet> blanks(int nodes) {
        SortedMap<Integer, BitSet> blanks = new TreeMap<>();
        for (int c = 0; c < features.size(); c++) {
            BitSet blank = features.get(c).blanks(nodes);
            if (!blank.isEmpty()) {
                blanks.put(c, blank);
            }
        }
        return blanks;
    }

    private TableGaps gaps(int nodes) {
        Map<String, Integer> empty = new HashMap<>();
        blanks(nodes)
                .forEach((column, blank) ->
                        empty.put(features.get(column).name(), blank.cardinality()));
        Map<String, ColumnRole> said = CurrentReading.get().rules().columns();
        List<ColumnReport> reports = new ArrayList<>();
        roles.forEach((column, role) -> {
            ColumnReport.Tally tally = new ColumnReport.Tally();
            column.texts(nodes).forEach(tally::add);
            reports.add(
                    tally.report(
                            ColumnRole.Table.NODES,
                            column.name(),
                            role,
                            said.containsKey(column.name()),
                            column.numeric()));
        });
        return new TableGaps(empty, unused.stream().map(NodeColumn::name).toList(), reports);
    }

    private static float[] positions(
            NodeColumn x, NodeColumn y, Path file, int nodes, List<Problem> problems)
            throws GraphFormatException {
        double[] left = x.numbers(file, nodes, problems);
        double[] down = y.numbers(file, nodes, problems);
        float[] xy = new float[2 * nodes];
        for (int node = 0; node < nodes; node++) {
            xy[2 * node] = (float) left[node];
            xy[2 * node + 1] = (float) down[node];
            if (Float.isInfinite(xy[2 * node]) || Float.isInfinite(xy[2 * node + 1])) {
                throw Problem.ofLine(file, x.line(node), Trouble.of("nodes.position")).exception();
            }
        }
        return xy;
    }

    /// The feature columns.
    FeatureTable features(Path file, int nodes, List<Problem> problems)
            throws GraphFormatException {
        return new FeatureTable(
                matrix(file, nodes, problems),
                features.stream().map(NodeColumn::name).toList(),
                blanks(nodes));
    }

    private SparseMatrix matrix(Path file, int nodes, List<Problem> problems)
            throws GraphFormatException {
        int width = features.size();
        double[][] columns = new double[width][];
        int size = 0;
        for (int c = 0; c < width; c++) {
            columns[c] = features.get(c).numbers(file, nodes, problems);
            size += (int) Arrays.stream(columns[c]).filter(v -> v != 0).count();
        }
        int[] start = new int[nodes + 1];
        int[] column = new int[size];
        double[] value = new double[size];
        int at = 0;
        for (int node = 0; node < nodes; node++) {
            for (int c = 0; c < width; c++) {
                if (columns[c][node] != 0) {
                    column[at] = c;
                    value[at++] = columns[c][node];
                }
            }
            start[node + 1] = at;
        }
        return new SparseMatrix(nodes, width, start, column, value);
    }
}
