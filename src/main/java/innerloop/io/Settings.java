package innerloop.io;

import innerloop.experiment.Experiment;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The settings of experiments as flat text, for comparing them.
public final class Settings {

    private static final String GRAPH = "graph";

    /// The name of a run is not one of its settings.
    private static final Set<String> LEFT_OUT = Set.of("format", "name");

    private Settings() {}

    /// All settings by their key path, for example `learner.innerRate` → `0.1`; a list is one value.
    public static SequencedMap<String, String> of(Experiment experiment) {
        SequencedMap<String, String> flat = new LinkedHashMap<>();
        flatten("", JsonText.JSON.readTree(ExperimentJson.write(experiment)), flat);
        LEFT_OUT.forEach(flat::remove);
        // Where it lies depends on the folder of the run.
        flat.computeIfPresent(GRAPH, (_, path) -> String.valueOf(Path.of(path).getFileName()));
        return flat;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties()
                    .forEach(e ->
                            flatten(
                                    path.isEmpty() ? e.getKey() : path + "." + e.getKey(),
                                    e.getValue(),
                                    into));
        } else {
            into.put(
                    path,
                    node.isString()
                            ? node.asString()
                            : node.isFloatingPointNumber()
                                    ? plain(node.asDouble(Double.POSITIVE_INFINITY))
                                    : node.toString());
        }
    }

    /// Without an exponent: `0.0001` as people write it.
    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /// The settings in which these experiments differ: for each key the value of every experiment, empty where it has no
    /// such setting.
    public static SequencedMap<String, List<String>> differences(List<Experiment> experiments) {
        List<SequencedMap<String, String>> all =
                experiments.stream().<SequencedMap<String, String>>map(Settings::of).toList();
        Set<String> keys = new LinkedHashSet<>();
        all.forEach(settings -> keys.addAll(settings.keySet()));
        SequencedMap<String, List<String>> differences = new LinkedHashMap<>();
        for (String key : keys) {
            List<String> values = new ArrayList<>();
            all.forEach(settings -> values.add(settings.getOrDefault(key, "")));
            if (values.stream().distinct().count() > 1) {
                differences.put(key, List.copyOf(values));
            }
        }
        return differences;
    }
}
