package innerloop.app.graphview;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.graph.AttributedGraph;
import innerloop.scene.SceneModel.Caption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The numbers of the member graphs of a collection, below their nodes. Of many only every second, third … has its number.
final class MemberCaptions {

    /// More numbers than this would only be in the way.
    private static final int MOST = 200;

    /// How far below, as a share of the member graph's height.
    private static final double BELOW = 0.08;

    private MemberCaptions() {}

    /// None for a single graph, or while nodes have no places.
    static List<Caption> of(AttributedGraph graph, float[] xy, Theme theme) {
        int members = graph.graphs();
        if (members < 2 || xy.length != 2 * graph.nodes()) {
            return List.of();
        }
        float[] left = filled(members, Float.MAX_VALUE);
        float[] right = filled(members, -Float.MAX_VALUE);
        float[] top = filled(members, Float.MAX_VALUE);
        float[] bottom = filled(members, -Float.MAX_VALUE);
        for (int i = 0; i < graph.nodes(); i++) {
            int g = graph.graphOf()[i];
            left[g] = Math.min(left[g], xy[2 * i]);
            right[g] = Math.max(right[g], xy[2 * i]);
            top[g] = Math.min(top[g], xy[2 * i + 1]);
            bottom[g] = Math.max(bottom[g], xy[2 * i + 1]);
        }
        List<Caption> captions = new ArrayList<>();
        for (int g = 0; g < members; g += Math.ceilDiv(members, MOST)) {
            // Also false for NaN.
            if (left[g] <= right[g] && top[g] <= bottom[g]) {
                captions.add(
                        new Caption(
                                Integer.toString(g),
                                (left[g] + right[g]) / 2,
                                bottom[g] + BELOW * (bottom[g] - top[g]),
                                theme.colour(Colour.MUTED)));
            }
        }
        return captions;
    }

    private static float[] filled(int size, float value) {
        float[] numbers = new float[size];
        Arrays.fill(numbers, value);
        return numbers;
    }
}
