package innerloop.autodiff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reverse and forward mode over expressions.
public final class Derivatives {

    private Derivatives() {}

    /// `∂ scalar / ∂ w` for each `w`, as expressions that can be differentiated again.
    ///
    /// @param scalar an expression of shape `[1 × 1]`
    public static List<Expression> gradient(Expression scalar, List<Expression> with) {
        List<Expression> order = topological(List.of(scalar));
        Set<Expression> active = dependents(order, with);
        Map<Expression, Expression> cotangent = new HashMap<>();
        cotangent.put(scalar, Expression.of(new Leaf.One()));
        for (Expression y : order.reversed()) {
            Expression g = cotangent.get(y);
            if (g == null || !active.contains(y)) {
                continue;
            }
            List<@Nullable Expression> parts =
                    Expression.section(y.section(), () -> y.primitive().pullback(y, y.inputs(), g));
            for (int i = 0; i < parts.size(); i++) {
                Expression part = parts.get(i);
                Expression x = y.inputs().get(i);
                if (part != null && active.contains(x)) {
                    cotangent.merge(x, part, Expression::plus);
                }
            }
        }
        return with.stream().map(w -> cotangent.getOrDefault(w, w.scale(0))).toList();
    }

    /// The directional derivative of each output along `directions`, one for each of `with`.
    public static List<Expression> pushforward(
            List<Expression> outputs, List<Expression> with, List<Expression> directions) {
        Map<Expression, Expression> tangent = new HashMap<>();
        for (int i = 0; i < with.size(); i++) {
            tangent.put(with.get(i), directions.get(i));
        }
        for (Expression y : topological(outputs)) {
            if (tangent.containsKey(y)) {
                continue;
            }
            List<@Nullable Expression> tangents = new ArrayList<>();
            boolean any = false;
            for (Expression x : y.inputs()) {
                Expression t = tangent.get(x);
                tangents.add(t);
                any |= t != null;
            }
            if (any) {
                pushforward(y, tangents).ifPresent(t -> tangent.put(y, t));
            }
        }
        return outputs.stream().map(y -> tangent.getOrDefault(y, y.scale(0))).toList();
    }

    private static Optional<Expression> pushforward(
            Expression y, List<@Nullable Expression> tangents) {
        return Expression.section(
                y.section(),
                () -> Optional.ofNullable(y.primitive().pushforward(y, y.inputs(), tangents)));
    }

    /// Every expression the outputs need, inputs before users. Iterative: unrolled loops make deep graphs.
    static List<Expression> topological(List<Expression> outputs) {
        List<Expression> order = new ArrayList<>();
        Set<Expression> done = new HashSet<>();
        List<Expression> stack = new ArrayList<>(outputs.reversed());
        while (!stack.isEmpty()) {
            Expression top = stack.getLast();
            if (done.contains(top)) {
                stack.removeLast();
                continue;
            }
            int before = stack.size();
            for (Expression input : top.inputs().reversed()) {
                if (!done.contains(input)) {
                    stack.add(input);
                }
            }
            if (stack.size() == before) {
                stack.removeLast();
                done.add(top);
                order.add(top);
            }
        }
        return order;
    }

    private static Set<Expression> dependents(List<Expression> order, List<Expression> with) {
        Set<Expression> active = new HashSet<>();
        active.addAll(with);
        for (Expression y : order) {
            if (y.inputs().stream().anyMatch(active::contains)) {
                active.add(y);
            }
        }
        return active;
    }
}
