import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Draws valleys with weather stations, each at an hour of its own, and writes them as a plain folder.
///
///     java WeatherStations.java OUT_DIR [SEED]
///
/// A valley is a member graph: stations at random places of a smooth terrain, each joined with its nearest. What altitude, southness and
/// the nearness of a lake do to the temperature depends on the hour, which is another one in every valley and stands nowhere: on a clear
/// night the valley floor is the coldest place, at noon southern slopes are the warmest. Only a few measured temperatures tell the hour,
/// and that is what a learner can adapt to.
///
/// The same seed always gives the same bytes: `java.util.Random` and `StrictMath` are specified down to the last bit.
public final class WeatherStations {

    static final int VALLEYS = 40;
    static final int STATIONS = 36;
    static final int NEAREST = 3;
    static final int WAVES = 3;
    static final int ACROSS = 8;
    static final long USUAL_SEED = 7;

    /// A sum of waves over the unit square, between about -1 and 1.
    private static final class Field {

        private final double[] east = new double[WAVES];
        private final double[] north = new double[WAVES];
        private final double[] shift = new double[WAVES];

        Field(Random random) {
            for (int k = 0; k < WAVES; k++) {
                east[k] = 4 * random.nextGaussian();
                north[k] = 4 * random.nextGaussian();
                shift[k] = 2 * StrictMath.PI * random.nextDouble();
            }
        }

        double at(double x, double y) {
            double sum = 0;
            for (int k = 0; k < WAVES; k++) {
                sum += StrictMath.sin(east[k] * x + north[k] * y + shift[k]);
            }
            return sum / WAVES;
        }

        /// How fast it rises to the north.
        double northward(double x, double y) {
            return (at(x, y + 1e-3) - at(x, y - 1e-3)) / 2e-3;
        }
    }

    private final List<String> edges = new ArrayList<>();
    private final List<String> features = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> graphOf = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final Random random;

    private WeatherStations(long seed) {
        random = new Random(seed);
    }

    private void valley(int valley) {
        Field terrain = new Field(random);
        Field air = new Field(random);
        double lakeX = random.nextDouble();
        double lakeY = random.nextDouble();
        double base = 8 + 2 * random.nextGaussian();
        double hour = 2 * StrictMath.PI * random.nextDouble();
        double[] x = new double[STATIONS];
        double[] y = new double[STATIONS];
        int first = names.size();
        for (int i = 0; i < STATIONS; i++) {
            x[i] = random.nextDouble();
            y[i] = random.nextDouble();
            double altitude = 1.3 + terrain.at(x[i], y[i]);
            double southness = StrictMath.tanh(-0.5 * terrain.northward(x[i], y[i]));
            double water = StrictMath.exp(-3 * StrictMath.hypot(x[i] - lakeX, y[i] - lakeY));
            double height = altitude - 1.3;
            double temperature = base + 4 * StrictMath.cos(hour) * (StrictMath.exp(-2 * (height + 0.4) * (height + 0.4)) - 0.5)
                    + 4 * StrictMath.sin(hour) * (southness - 1.5 * water + 0.4)
                    - 2 * height + 0.5 * air.at(x[i], y[i]) + 0.2 * random.nextGaussian();
            features.add(String.format(Locale.ROOT, "0:%.3f 1:%.3f 2:%.3f 3:%.1f", altitude, southness, water, temperature));
            names.add(String.format(Locale.ROOT, "v%02d s%02d", valley, i + 1));
            graphOf.add(String.valueOf(valley));
            places.add(String.format(Locale.ROOT, "%.3f %.3f", x[i] + 1.3 * (valley % ACROSS), y[i] + 1.3 * (valley / ACROSS)));
        }
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < STATIONS; i++) {
            int from = i;
            Integer[] others = new Integer[STATIONS];
            Arrays.setAll(others, k -> k);
            Arrays.sort(others, Comparator.comparingDouble(k -> StrictMath.hypot(x[k] - x[from], y[k] - y[from])));
            for (int k = 1; k <= NEAREST; k++) {
                String line = (first + Math.min(i, others[k])) + " " + (first + Math.max(i, others[k]));
                if (!joined.contains(line)) {
                    joined.add(line);
                }
            }
        }
        edges.addAll(joined);
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 1 || args.length > 2) {
            System.err.println("usage: java WeatherStations.java OUT_DIR [SEED]");
            System.exit(2);
        }
        long seed = args.length == 2 ? Long.parseLong(args[1]) : USUAL_SEED;
        WeatherStations all = new WeatherStations(seed);
        for (int valley = 0; valley < VALLEYS; valley++) {
            all.valley(valley);
        }
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        write(folder.resolve("edges.txt"), all.edges);
        write(folder.resolve("features.txt"), all.features);
        write(folder.resolve("features_names.txt"), List.of("altitude", "southness", "lake", "temperature"));
        write(folder.resolve("names.txt"), all.names);
        write(folder.resolve("graph_of.txt"), all.graphOf);
        write(folder.resolve("positions.txt"), all.places);
        String provenance = String.format(Locale.ROOT, "Synthetic: weather stations, seed %d, %d valleys of %d stations, "
                + "each joined with its %d nearest. Temperatures in degrees Celsius follow altitude (km), southness (-1 to 1) "
                + "and the nearness of a lake (0 to 1), in every valley at another hour of the day, with a smooth field and "
                + "noise of 0.2 degrees. Result: %d nodes, %d edges. Made by tools/WeatherStations.java.",
                seed, VALLEYS, STATIONS, NEAREST, all.names.size(), all.edges.size());
        write(folder.resolve("PROVENANCE.txt"), List.of(provenance));
        System.out.println(provenance);
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
