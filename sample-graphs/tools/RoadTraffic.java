import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Draws towns with streets and the traffic of a day in each, and writes them as a plain folder.
///
///     java RoadTraffic.java OUT_DIR [SEED]
///
/// A town is a member graph: crossings on a bent grid, some streets of which are missing. Residents of a crossing drive, by the way with
/// the fewest crossings, to the centre, to the works, or to the lake. How many drive where is another thing on every day (a working day, a
/// market day, a Sunday in summer) and stands nowhere: only the counts at a few crossings tell it, and that is what a learner can adapt
/// to.
///
/// The same seed always gives the same bytes: `java.util.Random` and `StrictMath` are specified down to the last bit.
public final class RoadTraffic {

    static final int TOWNS = 40;
    static final int ACROSS = 6;
    static final int CROSSINGS = ACROSS * ACROSS;
    static final double MISSING = 0.18;
    static final int IN_A_ROW = 8;
    static final int PLACES = 3;
    static final long USUAL_SEED = 7;

    private final List<String> edges = new ArrayList<>();
    private final List<String> features = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> graphOf = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final Random random;

    private RoadTraffic(long seed) {
        random = new Random(seed);
    }

    private void town(int town) {
        int first = names.size();
        List<int[]> streets = streets();
        double[] residents = new double[CROSSINGS];
        for (int i = 0; i < CROSSINGS; i++) {
            residents[i] = 0.1 + 0.5 * random.nextDouble();
        }
        double[] share = new double[PLACES];
        double all = 0;
        for (int p = 0; p < PLACES; p++) {
            share[p] = -StrictMath.log(1 - random.nextDouble());
            all += share[p];
        }
        double[][] routes = new double[PLACES][];
        for (int p = 0; p < PLACES; p++) {
            routes[p] = routes(streets, random.nextInt(CROSSINGS), residents);
        }
        double cars = 0.6 + 0.6 * random.nextDouble();
        for (int i = 0; i < CROSSINGS; i++) {
            double flow = 0;
            for (int p = 0; p < PLACES; p++) {
                flow += cars * share[p] / all * routes[p][i];
            }
            flow *= StrictMath.exp(0.1 * random.nextGaussian());
            features.add(String.format(Locale.ROOT, "0:%.3f 1:%.3f 2:%.3f 3:%.3f 4:%.3f",
                    residents[i], routes[0][i], routes[1][i], routes[2][i], flow));
            names.add(String.format(Locale.ROOT, "t%02d c%02d", town, i + 1));
            graphOf.add(String.valueOf(town));
            double x = i % ACROSS + 0.3 * random.nextGaussian() + (ACROSS + 2) * (town % IN_A_ROW);
            double y = i / ACROSS + 0.3 * random.nextGaussian() + (ACROSS + 2) * (town / IN_A_ROW);
            places.add(String.format(Locale.ROOT, "%.3f %.3f", x, y));
        }
        streets.forEach(street -> edges.add((first + street[0]) + " " + (first + street[1])));
    }

    /// Streets of a grid, without some of those that no crossing needs to be reached.
    private List<int[]> streets() {
        List<int[]> kept = new ArrayList<>();
        for (int i = 0; i < CROSSINGS; i++) {
            if (i % ACROSS + 1 < ACROSS) {
                kept.add(new int[] {i, i + 1});
            }
            if (i + ACROSS < CROSSINGS) {
                kept.add(new int[] {i, i + ACROSS});
            }
        }
        for (int k = kept.size() - 1; k >= 0; k--) {
            if (random.nextDouble() < MISSING) {
                int[] street = kept.remove(k);
                boolean whole = Arrays.stream(before(kept, 0)).filter(b -> b < 0).count() == 1;
                if (!whole) {
                    kept.add(k, street);
                }
            }
        }
        return kept;
    }

    /// The next crossing on a shortest way to `goal`, breadth first; -1 at the goal and where there is no way.
    private static int[] before(List<int[]> streets, int goal) {
        int[] next = new int[CROSSINGS];
        Arrays.fill(next, -1);
        Deque<Integer> queue = new ArrayDeque<>(List.of(goal));
        boolean[] seen = new boolean[CROSSINGS];
        seen[goal] = true;
        while (!queue.isEmpty()) {
            int at = queue.remove();
            for (int[] street : streets) {
                int other = street[0] == at ? street[1] : street[1] == at ? street[0] : -1;
                if (other >= 0 && !seen[other]) {
                    seen[other] = true;
                    next[other] = at;
                    queue.add(other);
                }
            }
        }
        return next;
    }

    /// How many residents (in thousands) pass each crossing if all drive to `goal`.
    private static double[] routes(List<int[]> streets, int goal, double[] residents) {
        int[] next = before(streets, goal);
        double[] pass = new double[CROSSINGS];
        for (int i = 0; i < CROSSINGS; i++) {
            for (int at = i; at >= 0; at = next[at]) {
                pass[at] += residents[i];
            }
        }
        return pass;
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 1 || args.length > 2) {
            System.err.println("usage: java RoadTraffic.java OUT_DIR [SEED]");
            System.exit(2);
        }
        long seed = args.length == 2 ? Long.parseLong(args[1]) : USUAL_SEED;
        RoadTraffic all = new RoadTraffic(seed);
        for (int town = 0; town < TOWNS; town++) {
            all.town(town);
        }
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        write(folder.resolve("edges.txt"), all.edges);
        write(folder.resolve("features.txt"), all.features);
        write(folder.resolve("features_names.txt"), List.of("residents", "to the centre", "to the works", "to the lake", "cars"));
        write(folder.resolve("names.txt"), all.names);
        write(folder.resolve("graph_of.txt"), all.graphOf);
        write(folder.resolve("positions.txt"), all.places);
        String provenance = String.format(Locale.ROOT, "Synthetic: road traffic, seed %d, %d towns of %d crossings. Cars of a day (in "
                + "thousands) at a crossing come from its residents and from those (in thousands) whose shortest way to the centre, the "
                + "works or the lake leads over it; how many drive where is another thing in every town. Noise of 10 per cent. Result: "
                + "%d nodes, %d edges. Made by tools/RoadTraffic.java.",
                seed, TOWNS, CROSSINGS, all.names.size(), all.edges.size());
        write(folder.resolve("PROVENANCE.txt"), List.of(provenance));
        System.out.println(provenance);
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
