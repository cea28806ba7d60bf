package innerloop.scene;

/// From where points in space are seen: a turntable that also tilts. x points right, y down and z to the person.
///
/// @param yaw how far the table is turned, radians; positive takes what is in front to the right
/// @param pitch how far it is tilted, −π/2 … π/2; positive takes what is in front up
public record Orientation(double yaw, double pitch) {

    /// Slightly from the side and from above, so that depth is visible.
    public static final Orientation FIRST = new Orientation(-0.5, 0.35);

    private static final double RADIANS_PER_PIXEL = 0.01;

    public Orientation {
        pitch = Math.clamp(pitch, -Math.PI / 2, Math.PI / 2);
    }

    /// The orientation after a drag by this many pixels: the front follows the pointer.
    public Orientation turned(double dx, double dy) {
        return new Orientation(yaw + RADIANS_PER_PIXEL * dx, pitch - RADIANS_PER_PIXEL * dy);
    }

    /// Points as they are seen, parallel to the line of sight: x, y and nearness of each in turn.
    public float[] see(float[] xyz) {
        double sinYaw = Math.sin(yaw);
        double cosYaw = Math.cos(yaw);
        double sinPitch = Math.sin(pitch);
        double cosPitch = Math.cos(pitch);
        float[] seen = new float[xyz.length];
        for (int k = 0; k < xyz.length; k += 3) {
            double z = cosYaw * xyz[k + 2] - sinYaw * xyz[k];
            seen[k] = (float) (cosYaw * xyz[k] + sinYaw * xyz[k + 2]);
            seen[k + 1] = (float) (cosPitch * xyz[k + 1] - sinPitch * z);
            seen[k + 2] = (float) (sinPitch * xyz[k + 1] + cosPitch * z);
        }
        return seen;
    }
}
