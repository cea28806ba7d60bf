package innerloop.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where atoms are drawn: as the file has them, if it has all molecules flat, one beside the other.
final class MoleculePlaces {

    private static final double GAP = 2;

    private final List<double[]> molecules = new ArrayList<>();
    private boolean flat = true;
    private double width;
    private double height;
    private int atoms;

    /// A further molecule.
    void add(List<Molecules.Atom> drawn) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Molecules.Atom atom : drawn) {
            left = Math.min(left, atom.x());
            right = Math.max(right, atom.x());
            low = Math.min(low, atom.y());
            high = Math.max(high, atom.y());
            flat &= atom.z() == 0;
        }
        flat &= drawn.size() == 1 || right > left || high > low;
        width = Math.max(width, right - left);
        height = Math.max(height, high - low);
        atoms += drawn.size();
        double[] places = new double[2 * drawn.size()];
        for (int k = 0; k < drawn.size(); k++) {
            places[2 * k] = drawn.get(k).x() - (left + right) / 2;
            // Upwards in the file.
            places[2 * k + 1] = (low + high) / 2 - drawn.get(k).y();
        }
        molecules.add(places);
    }

    /// x and y of each atom in turn; nothing if the molecules are in space, or nowhere.
    Optional<float[]> positions() {
        if (!flat) {
            return Optional.empty();
        }
        int columns = (int) Math.ceil(Math.sqrt(molecules.size()));
        float[] xy = new float[2 * atoms];
        int at = 0;
        for (int k = 0; k < molecules.size(); k++) {
            double[] places = molecules.get(k);
            int row = k / columns;
            int column = k % columns;
            for (int c = 0; c < places.length; c += 2) {
                xy[at++] = (float) (places[c] + column * (width + GAP));
                xy[at++] = (float) (places[c + 1] + row * (height + GAP));
            }
        }
        return Optional.of(xy);
    }
}
