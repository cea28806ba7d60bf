package innerloop.io;

import innerloop.calculus.Check;
import innerloop.calculus.LossSlice;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A slice of a loss as JSON. A number that is not finite is null; of the losses the first row is the lowest.
///
///     {"loss": "after", "through": "gradients", "at": [−0.15, …, 0.15], "losses": [[…], …],
///      "path": [{"innerStep": 0, "x": 0, "y": 0, "beside": 0, "loss": …}, …],
///      "secondOrder": {"x": …, "y": …, "length": …, "slope": …, "difference": …, "relativeError": …, "agrees": true},
///      "firstOrder": {…}, "cosine": …, "angle": …}
public final class LossSliceJson {

    private LossSliceJson() {}

    /// The document.
    public static String text(LossSlice slice) {
        ObjectNode top = JsonText.JSON.createObjectNode();
        put(top, slice);
        return JsonText.write(top);
    }

    /// Writes a slice into an object.
    static void put(ObjectNode into, LossSlice slice) {
        into.put("loss", slice.wanted().loss().name().toLowerCase(Locale.ROOT));
        into.put("through", slice.wanted().through().name().toLowerCase(Locale.ROOT));
        ArrayNode at = into.putArray("at");
        slice.at().forEach(at::add);
        ArrayNode losses = into.putArray("losses");
        for (int row = 0; row < slice.at().size(); row++) {
            ArrayNode numbers = losses.addArray();
            for (int column = 0; column < slice.at().size(); column++) {
                double loss = slice.get(row, column);
                if (Double.isFinite(loss)) {
                    numbers.add(loss);
                } else {
                    numbers.addNull();
                }
            }
        }
        ArrayNode path = into.putArray("path");
        for (LossSlice.Spot spot : slice.path()) {
            ObjectNode one = path.addObject().put("innerStep", spot.step());
            ScoreJson.put(one, "x", spot.x());
            ScoreJson.put(one, "y", spot.y());
            ScoreJson.put(one, "beside", spot.beside());
            ScoreJson.put(one, "loss", spot.loss());
        }
        put(into.putObject("secondOrder"), slice.exact());
        put(into.putObject("firstOrder"), slice.first());
        ScoreJson.put(into, "cosine", slice.cosine());
        ScoreJson.put(into, "angle", slice.angle());
    }

    private static void put(ObjectNode into, LossSlice.Arrow arrow) {
        ScoreJson.put(into, "x", arrow.x());
        ScoreJson.put(into, "y", arrow.y());
        ScoreJson.put(into, "length", arrow.length());
        Check slope = arrow.slope();
        ScoreJson.put(into, "slope", slope.value());
        ScoreJson.put(into, "difference", slope.difference());
        ScoreJson.put(into, "relativeError", slope.relativeError());
        into.put("agrees", slope.agrees());
    }
}
