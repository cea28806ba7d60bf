import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Draws a collection of clubs whose members know each other, and writes it as a plain folder.
///
///     java ClubGraphs.java OUT_DIR [SEED]
///
/// Every member either likes (1) or dislikes (−1) each of ten things. In each club two of them, drawn at random, decide who
/// knows whom: two members who agree on both mostly do, others hardly ever. Which two it is can only be found out from the
/// acquaintances one is shown, so predicting the others is a task of its own in every club.
///
/// The same seed always gives the same bytes: `java.util.Random` is specified down to the last bit.
public final class ClubGraphs {

    static final int CLUBS = 60;
    static final int MEMBERS = 40;
    static final double AGREEING = 0.35;
    static final double OTHERS = 0.01;
    static final long USUAL_SEED = 7;
    static final List<String> THINGS = List.of("chess", "choir", "cinema", "cooking", "dancing", "football",
            "gardening", "hiking", "painting", "reading");

    private ClubGraphs() {
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        long seed = args.length > 1 ? Long.parseLong(args[1]) : USUAL_SEED;
        Random random = new Random(seed);
        List<String> edges = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> features = new ArrayList<>();
        List<String> clubOf = new ArrayList<>();
        for (int club = 0; club < CLUBS; club++) {
            List<Integer> things = new ArrayList<>();
            for (int t = 0; t < THINGS.size(); t++) {
                things.add(t);
            }
            Collections.shuffle(things, random);
            int first = names.size();
            boolean[][] likes = new boolean[MEMBERS][THINGS.size()];
            for (int m = 0; m < MEMBERS; m++) {
                StringBuilder row = new StringBuilder();
                for (int t = 0; t < THINGS.size(); t++) {
                    likes[m][t] = random.nextBoolean();
                    row.append(t == 0 ? "" : " ").append(t).append(':').append(likes[m][t] ? 1 : -1);
                }
                names.add("c" + (club + 1) + "." + (m + 1));
                features.add(row.toString());
                clubOf.add(Integer.toString(club));
            }
            for (int a = 0; a < MEMBERS; a++) {
                for (int b = a + 1; b < MEMBERS; b++) {
                    boolean agree = likes[a][things.get(0)] == likes[b][things.get(0)]
                            && likes[a][things.get(1)] == likes[b][things.get(1)];
                    if (random.nextDouble() < (agree ? AGREEING : OTHERS)) {
                        edges.add((first + a) + " " + (first + b));
                    }
                }
            }
        }
        Files.createDirectories(folder);
        write(folder, "edges.txt", edges);
        write(folder, "names.txt", names);
        write(folder, "features.txt", features);
        write(folder, "features_names.txt", THINGS);
        write(folder, "graph_of.txt", clubOf);
        write(folder, "PROVENANCE.txt", List.of(("Synthetic: clubs, seed %d, %d member graphs of %d members with %d likes and"
                + " dislikes; two of them, drawn for each club, decide who knows whom. Result: %d nodes, %d edges."
                + " Made by tools/ClubGraphs.java.")
                .formatted(seed, CLUBS, MEMBERS, THINGS.size(), names.size(), edges.size())));
    }

    private static void write(Path folder, String name, List<String> lines) throws IOException {
        Files.write(folder.resolve(name), (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
