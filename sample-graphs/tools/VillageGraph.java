import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Draws the village and the town of the lesson on leakage and writes them as a plain folder.
///
///     java VillageGraph.java OUT_DIR [SEED]
///
/// The colours of the village's houses are drawn by lot, so nothing can predict them. What looks as if it did is a leak: the
/// houses of Mill Lane stand in the table three times, the third time with one fact changed, and those of two streets have
/// a column for the paint that was bought. In the town, facts and neighbours say something about the quarter of a house.
///
/// The same seed always gives the same bytes: `java.util.Random` is specified down to the last bit.
public final class VillageGraph {

    static final List<String> COLOURS = List.of("red", "blue", "green");
    static final int FACTS = 100;

    /// Probability of a fact in the village, of one that a quarter prefers, and of any other in the town.
    static final double FACT = 0.1;
    static final double PREFERRED = 0.4;
    static final double NOT_PREFERRED = 0.08;
    static final int PREFERRED_FACTS = 6;

    /// How many of the facts no quarter of the town prefers.
    static final int NOISE_FACTS = 80;

    /// Houses in a street, and in that which is in the table twice.
    static final int STREET = 60;

    static final int TWICE = 60;

    /// How much paint a house bought, in litres.
    static final int LITRES = 10;

    static final int QUARTERS = 8;
    static final int HOUSES_PER_QUARTER = 60;

    /// Neighbours that a house has on average: in its street, in its quarter of the town, and elsewhere in the town.
    static final double NEIGHBOURS_IN_STREET = 2;
    static final double NEIGHBOURS_IN_QUARTER = 4;
    static final double NEIGHBOURS_ELSEWHERE = 2;

    /// How many edges lead from the first streets to New Lane.
    static final int CROSSINGS = 60;

    static final long USUAL_SEED = 8;

    private final Random random;
    private final List<String> edges = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<SortedSet<Integer>> facts = new ArrayList<>();

    private VillageGraph(long seed) {
        random = new Random(seed);
    }

    public static void main(String[] args) throws IOException {
        long seed = args.length > 1 ? Long.parseLong(args[1]) : USUAL_SEED;
        VillageGraph graph = new VillageGraph(seed);
        graph.village();
        graph.town();
        graph.write(Path.of(args[0]), seed);
    }

    private void village() {
        street("Mill Lane", TWICE);
        int ends = edges.size();
        int hill = street("Hill Lane", STREET);
        int fresh = street("New Lane", 4 * STREET);
        for (int k = 0; k < CROSSINGS; k++) {
            edges.add((hill + k % STREET) + " " + (fresh + k));
        }
        copy("Mill Ln", TWICE, ends);
        street("Park Lane", STREET);
        int painted = street("East Lane", STREET);
        street("West Lane", STREET);
        for (int house = painted; house < names.size(); house++) {
            facts.get(house).add(FACTS + COLOURS.indexOf(labels.get(house)));
        }
        change(copy("Mill St", TWICE, ends));
    }

    /// Houses with colours by lot, as many of each.
    ///
    /// @return the first of them
    private int street(String name, int houses) {
        int first = names.size();
        List<String> lot = new ArrayList<>();
        for (int k = 0; k < houses; k++) {
            lot.add(COLOURS.get(k % COLOURS.size()));
        }
        Collections.shuffle(lot, random);
        for (int k = 0; k < houses; k++) {
            names.add(name + " " + (k + 1));
            labels.add(lot.get(k));
            facts.add(drawn(_ -> FACT));
        }
        join(first, houses, NEIGHBOURS_IN_STREET);
        return first;
    }

    /// The first houses of all once more, with their edges among each other.
    ///
    /// @return the first of the copies
    private int copy(String name, int houses, int ends) {
        int first = names.size();
        for (int k = 0; k < houses; k++) {
            names.add(name + " " + (k + 1));
            labels.add(labels.get(k));
            facts.add(new TreeSet<>(facts.get(k)));
        }
        for (String edge : List.copyOf(edges.subList(0, ends))) {
            String[] houseOf = edge.split(" ");
            edges.add((first + Integer.parseInt(houseOf[0])) + " " + (first + Integer.parseInt(houseOf[1])));
        }
        return first;
    }

    /// One fact of each house is another one, from this house on.
    private void change(int first) {
        for (int house = first; house < names.size(); house++) {
            SortedSet<Integer> row = facts.get(house);
            int added = random.nextInt(FACTS);
            while (row.contains(added)) {
                added = random.nextInt(FACTS);
            }
            row.remove(row.first());
            row.add(added);
        }
    }

    private void town() {
        int first = names.size();
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            SortedSet<Integer> own = new TreeSet<>();
            while (own.size() < PREFERRED_FACTS) {
                own.add(random.nextInt(FACTS - NOISE_FACTS));
            }
            int start = names.size();
            for (int k = 0; k < HOUSES_PER_QUARTER; k++) {
                names.add("Quarter " + (char) ('A' + quarter) + ", " + (k + 1));
                labels.add("quarter " + (char) ('A' + quarter));
                facts.add(drawn(fact -> fact >= FACTS - NOISE_FACTS ? FACT
                        : own.contains(fact) ? PREFERRED : NOT_PREFERRED));
            }
            join(start, HOUSES_PER_QUARTER, NEIGHBOURS_IN_QUARTER);
        }
        int houses = QUARTERS * HOUSES_PER_QUARTER;
        double probability = NEIGHBOURS_ELSEWHERE / (houses - HOUSES_PER_QUARTER);
        for (int u = 0; u < houses; u++) {
            for (int v = u + 1; v < houses; v++) {
                if (u / HOUSES_PER_QUARTER != v / HOUSES_PER_QUARTER && random.nextDouble() < probability) {
                    edges.add((first + u) + " " + (first + v));
                }
            }
        }
    }

    private interface Probability {
        double of(int fact);
    }

    private SortedSet<Integer> drawn(Probability probability) {
        SortedSet<Integer> columns = new TreeSet<>();
        for (int fact = 0; fact < FACTS; fact++) {
            if (random.nextDouble() < probability.of(fact)) {
                columns.add(fact);
            }
        }
        return columns;
    }

    private void join(int first, int houses, double neighbours) {
        for (int u = 0; u < houses; u++) {
            for (int v = u + 1; v < houses; v++) {
                if (random.nextDouble() < neighbours / (houses - 1)) {
                    edges.add((first + u) + " " + (first + v));
                }
            }
        }
    }

    private void write(Path folder, long seed) throws IOException {
        List<String> columns = new ArrayList<>();
        IntStream.rangeClosed(1, FACTS).forEach(fact -> columns.add("fact " + fact));
        COLOURS.forEach(colour -> columns.add("bought " + colour + " paint"));
        List<String> rows = facts.stream()
                .map(row -> row.stream()
                        .map(column -> column < FACTS ? "" + column : column + ":" + LITRES)
                        .collect(Collectors.joining(" ")))
                .toList();
        Files.createDirectories(folder);
        Files.write(folder.resolve("edges.txt"), lines(edges));
        Files.write(folder.resolve("labels.txt"), lines(labels));
        Files.write(folder.resolve("names.txt"), lines(names));
        Files.write(folder.resolve("features.txt"), lines(rows));
        Files.write(folder.resolve("features_names.txt"), lines(columns));
        Files.write(folder.resolve("PROVENANCE.txt"), lines(List.of(String.format(Locale.ROOT,
                "Synthetic: a village with colours drawn by lot and a town of %d quarters, seed %d. Result: %d nodes, "
                        + "%d edges. Made by sample-graphs/tools/VillageGraph.java.",
                QUARTERS, seed, names.size(), edges.size()))));
    }

    private static byte[] lines(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
