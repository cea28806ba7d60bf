package innerloop.nn;

import innerloop.autodiff.Expression;
import innerloop.nn.Encoder.HeadWeight;
import java.util.ArrayList;
import java.util.List;

/// The head with the scores `2 c·x − ‖c‖²`, the negative squared distance to the class mean `c` up to a term that all slots
/// share (Snell et al. 2017, eq. 8); attention vectors of the head become 0.
final class PrototypeHead {

    private PrototypeHead() {}

    /// The parameters with this head in place of theirs; all others stay.
    ///
    /// @param specs of the parameters, in their order
    /// @param head the weights that the output is linear in
    static List<Expression> of(
            List<ParameterSpec> specs, List<Expression> parameters, List<HeadWeight> head) {
        List<Expression> all = new ArrayList<>();
        for (int p = 0; p < specs.size(); p++) {
            all.add(of(specs.get(p), parameters.get(p), head));
        }
        return all;
    }

    private static Expression of(ParameterSpec spec, Expression parameter, List<HeadWeight> head) {
        if (!spec.perOutput()) {
            return parameter;
        }
        for (HeadWeight weight : head) {
            if (weight.parameter().equals(spec.name())) {
                return means(weight).scale(2).repeatHeads(weight.copies());
            }
        }
        if (spec.layout() == ParameterSpec.Layout.VECTOR) {
            Expression squares = null;
            for (HeadWeight weight : head) {
                Expression mean = means(weight);
                Expression square = mean.times(mean).sumRows();
                squares = squares == null ? square : squares.plus(square);
            }
            if (squares != null) {
                return squares.scale(-1);
            }
        }
        return parameter.scale(0);
    }

    /// `[in × ways]`: the mean row of each class.
    private static Expression means(HeadWeight weight) {
        return weight.rows().transposedTimes(Expression.input(Block.MEANS));
    }
}
