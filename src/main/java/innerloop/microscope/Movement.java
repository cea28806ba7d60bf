package innerloop.microscope;

import innerloop.meta.EpisodeWorker;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Measures how far parameters move from inner step to inner step.
final class Movement {

    private final List<double[]> start = new ArrayList<>();
    private List<double[]> before = List.of();

    /// Sums of squares over the parameters of a layer.
    private static final class Squares {
        private double distance;
        private double step;
        private double gradient;
    }

    /// The movement to this look, layer by layer; nothing where nothing adapts.
    List<LayerMove> to(EpisodeWorker.Look look) {
        if (look.gradient().isEmpty()) {
            return List.of();
        }
        Parameters gradient = look.gradient().get();
        List<double[]> here =
                look.parameters().values().stream().map(value -> value.toArray()).toList();
        if (start.isEmpty()) {
            start.addAll(here);
            before = here;
        }
        Map<String, Squares> layers = new LinkedHashMap<>();
        for (int p = 0; p < here.size(); p++) {
            ParameterSpec spec = look.parameters().specs().get(p);
            Squares sums = layers.computeIfAbsent(layer(spec), _ -> new Squares());
            sums.distance += squared(here.get(p), start.get(p));
            sums.step += squared(here.get(p), before.get(p));
            for (double slope : gradient.get(spec.name()).toArray()) {
                sums.gradient += slope * slope;
            }
        }
        before = here;
        double whole = layers.values().stream().mapToDouble(sums -> sums.distance).sum();
        List<LayerMove> moved = new ArrayList<>();
        layers.forEach((layer, sums) ->
                moved.add(
                        new LayerMove(
                                layer,
                                Math.sqrt(sums.distance),
                                Math.sqrt(sums.step),
                                whole == 0 ? 0 : sums.distance / whole,
                                Math.sqrt(sums.gradient))));
        return moved;
    }

    private static double squared(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double off = a[i] - b[i];
            sum += off * off;
        }
        return sum;
    }

    /// The first word of a parameter's name, with its number if it has one: `convs.0`, `norms.0`, `head`.
    private static String layer(ParameterSpec spec) {
        String[] words = spec.name().split("\\.", -1);
        boolean numbered = words.length > 1 && words[1].chars().allMatch(Character::isDigit);
        return numbered ? words[0] + "." + words[1] : words[0];
    }
}
