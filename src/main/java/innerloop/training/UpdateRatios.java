package innerloop.training;

import innerloop.math.Backend;
import innerloop.nn.ParameterSpace;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import java.util.ArrayList;
import java.util.List;

/// How far an outer step moves each layer in relation to its size, `‖θ′ − θ‖ / ‖θ‖` over all entries of a layer. About a
/// thousandth is usual: much more forgets, much less does not learn.
///
/// Source: A. Karpathy, *Building makemore, part 3* (2022), with norms over whole layers instead of standard deviations
/// of single weights.
final class UpdateRatios {

    private final List<ParameterSpace> layers = new ArrayList<>();

    /// @param specs all parameters, layer by layer
    UpdateRatios(List<ParameterSpec> specs, Backend backend) {
        int last = specs.stream().mapToInt(ParameterSpec::layer).max().orElse(-1);
        for (int layer = 0; layer <= last; layer++) {
            int wanted = layer;
            layers.add(
                    new ParameterSpace(
                            backend, specs.stream().filter(s -> s.layer() == wanted).toList()));
        }
    }

    /// One ratio per layer, the first layer first; NaN for a layer whose entries are all zero.
    List<Double> of(Parameters before, Parameters after) {
        List<Double> ratios = new ArrayList<>();
        for (ParameterSpace layer : layers) {
            layer.reset(layer.specs());
            Parameters from = before.only(layer.specs());
            double size = layer.norm(from);
            double moved = layer.norm(layer.minus(after.only(layer.specs()), from));
            ratios.add(size == 0 ? Double.NaN : moved / size);
        }
        return ratios;
    }
}
