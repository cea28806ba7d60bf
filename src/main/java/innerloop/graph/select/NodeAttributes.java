package innerloop.graph.select;

import innerloop.graph.AttributedGraph;
import innerloop.math.Lazy;
import innerloop.math.SparseMatrix;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The attributes of the nodes of a graph, by name without regard to case. Immutable.
///
/// Every graph has `name`, `id`, `class`, `degree` and `component` (the number of nodes of the node's connected component); its
/// features are found by their names, or as `#column`.
public final class NodeAttributes {

    /// Names that never mean a feature, whether a learner has said something yet or not.
    public static final Set<String> RESERVED =
            Set.of(
                    "name",
                    "id",
                    "class",
                    "degree",
                    "component",
                    "predicted",
                    "correct",
                    "confidence",
                    "loss",
                    "true",
                    "residual",
                    "attention");

    private static final Pattern NUMBERED = Pattern.compile("#(0|[1-9]\\d{0,8})");

    private final SparseMatrix features;
    private final List<String> featureNames;
    private final Map<String, NodeAttribute> named;
    private final Lazy<Map<String, Integer>> columns = new Lazy<>(this::columnsByName);

    private NodeAttributes(
            SparseMatrix features, List<String> featureNames, Map<String, NodeAttribute> named) {
        this.features = features;
        this.featureNames = featureNames;
        this.named = named;
    }

    /// Those every graph has.
    public static NodeAttributes of(AttributedGraph graph) {
        Map<String, NodeAttribute> named = new LinkedHashMap<>();
        named.put("name", new NodeAttribute.Text(graph.names()::get));
        named.put("id", new NodeAttribute.Text(graph.nodeNames().ids()::get));
        named.put("class", classes(graph));
        named.put("degree", new NodeAttribute.Numeric(graph::degree));
        // Counting takes a moment on large graphs.
        Lazy<int[]> components = new Lazy<>(() -> new Surroundings(graph).componentSizes());
        named.put("component", new NodeAttribute.Numeric(i -> components.get()[i]));
        return new NodeAttributes(graph.features(), graph.featureNames(), named);
    }

    /// These alone, of whatever they are numbered by.
    public static NodeAttributes of(Map<String, NodeAttribute> attributes) {
        NodeAttributes these =
                new NodeAttributes(
                        SparseMatrix.ofTriplets(0, 0, new int[0], new int[0], new double[0]),
                        List.of(),
                        Map.of());
        for (Map.Entry<String, NodeAttribute> entry : attributes.entrySet()) {
            these = these.with(entry.getKey(), entry.getValue());
        }
        return these;
    }

    private static NodeAttribute classes(AttributedGraph graph) {
        return new NodeAttribute.Text(node -> {
            int label = graph.labels()[node];
            return label < 0 ? "" : graph.classes().get(label);
        });
    }

    /// These of the same graph with other classes of nodes.
    public NodeAttributes relabelled(AttributedGraph same) {
        return with("class", classes(same));
    }

    /// These and one more; it hides a feature of the same name.
    public NodeAttributes with(String name, NodeAttribute attribute) {
        Map<String, NodeAttribute> more = new LinkedHashMap<>(named);
        more.put(name.toLowerCase(Locale.ROOT), attribute);
        return new NodeAttributes(features, featureNames, more);
    }

    /// The attribute of this name.
    public Optional<NodeAttribute> find(String name) {
        NodeAttribute known = named.get(name.toLowerCase(Locale.ROOT));
        if (known != null) {
            return Optional.of(known);
        }
        int column = feature(name);
        return column < 0
                ? Optional.empty()
                : Optional.of(new NodeAttribute.Numeric(node -> features.get(node, column)));
    }

    private int feature(String name) {
        Integer known = columns.get().get(name.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        if (!NUMBERED.matcher(name).matches()) {
            return -1;
        }
        int column = Integer.parseInt(name.substring(1));
        return column < features.columns() ? column : -1;
    }

    /// The first column of each name; a matrix without names may be ten million columns wide.
    private Map<String, Integer> columnsByName() {
        Map<String, Integer> byName = new HashMap<>();
        for (int column = 0; column < featureNames.size(); column++) {
            byName.putIfAbsent(featureName(column).toLowerCase(Locale.ROOT), column);
        }
        return byName;
    }

    /// The name of a feature column here: its own, or `#column` if it has none or one with another meaning.
    public String featureName(int column) {
        String name = featureNames.isEmpty() ? "" : featureNames.get(column);
        return name.isEmpty() || RESERVED.contains(name.toLowerCase(Locale.ROOT))
                ? "#" + column
                : name;
    }

    /// The names, without those of features.
    public List<String> names() {
        return List.copyOf(named.keySet());
    }

    /// The names of what is a number, features after the others; a feature's name is made when it is asked for.
    public List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        named.forEach((name, attribute) -> {
            if (attribute instanceof NodeAttribute.Numeric) {
                numbers.add(name);
            }
        });
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                return index < numbers.size()
                        ? numbers.get(index)
                        : featureName(index - numbers.size());
            }

            @Override
            public int size() {
                return numbers.size() + features.columns();
            }
        };
    }
}
