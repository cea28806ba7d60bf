package innerloop.scene;

/// Positions on their way from one frame to the next.
///
/// @param from the coordinates of each node at the start
/// @param to those at the end, as many
@SuppressWarnings("ArrayRecordComponent") // replaced as a whole, never compared
public record Transition(float[] from, float[] to) {

    /// The positions after this share of the way (0 to 1), starting and ending softly. A node that
    /// was nowhere (NaN) is at its end at once.
    public float[] at(double share) {
        if (share >= 1 || from.length != to.length) {
            return to;
        }
        double t = Math.max(0, share);
        float eased = (float) (t * t * (3 - 2 * t));
        float[] between = new float[to.length];
        for (int k = 0; k < between.length; k++) {
            between[k] = Float.isNaN(from[k]) ? to[k] : from[k] + eased * (to[k] - from[k]);
        }
        return between;
    }
}
