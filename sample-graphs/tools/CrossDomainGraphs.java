import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/// Draws a collection of graphs of three kinds whose nodes have the same four roles, and writes it as a plain folder.
///
///     java CrossDomainGraphs.java OUT_DIR [SEED]
///
/// Every graph is a ring of places with a shortcut. A place has two nodes in its centre and eight in its district; links lead to the
/// next place, and on its outskirts there are dead ends. What a place looks like depends on the kind: a social circle
/// (a dense random graph), a supply tree (a depot, its shops and their customers) or a town (a grid of streets). So the
/// role of a node means the same everywhere, but no number of neighbours or triangles does. Random edges make it hard
/// enough.
///
/// The same seed always gives the same bytes: `java.util.Random` is specified down to the last bit.
public final class CrossDomainGraphs {

    static final int PLACES = 5;
    static final int CENTRE = 2;
    static final int DISTRICT = 8;
    static final int OUTSKIRTS = 3;
    static final int RANDOM_EDGES = 5;
    static final long USUAL_SEED = 7;

    private CrossDomainGraphs() {
    }

    /// The kinds of graphs, and how many there are of each.
    enum Kind {
        SOCIAL(10),
        SUPPLY(10),
        ROAD(10);

        private final int graphs;

        Kind(int graphs) {
            this.graphs = graphs;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final class Drawing {

        final Set<String> edges = new LinkedHashSet<>();
        final List<String> labels = new ArrayList<>();
        final List<String> names = new ArrayList<>();
        final List<String> graphOf = new ArrayList<>();
        final Random random;
        int graphs;

        Drawing(long seed) {
            random = new Random(seed);
        }

        void graph(Kind kind) {
            int start = labels.size();
            List<int[]> places = new ArrayList<>();
            for (int p = 1; p <= PLACES; p++) {
                places.add(place(kind, p));
            }
            for (int p = 0; p < PLACES; p++) {
                link(kind, places, p, (p + 1) % PLACES);
            }
            int from = random.nextInt(PLACES);
            link(kind, places, from, (from + 2) % PLACES);
            int nodes = labels.size() - start;
            for (int k = 0; k < RANDOM_EDGES; k++) {
                int u = random.nextInt(nodes);
                int v = random.nextInt(nodes - 1);
                edge(start + u, start + (v < u ? v : v + 1));
            }
            graphs++;
        }

        /// A place with its outskirts; returns its centre and its district.
        private int[] place(Kind kind, int number) {
            int[] nodes = new int[CENTRE + DISTRICT];
            for (int k = 0; k < nodes.length; k++) {
                nodes[k] = node(kind, k < CENTRE ? "centre" : "district", number);
            }
            edge(nodes[0], nodes[1]);
            switch (kind) {
                case SOCIAL -> social(nodes);
                case SUPPLY -> supply(nodes);
                case ROAD -> road(nodes);
            }
            for (int k = 0; k < OUTSKIRTS; k++) {
                outskirts(kind, nodes, number);
            }
            return nodes;
        }

        /// Half of the members know each other, and nearly all know those in the centre.
        private void social(int[] nodes) {
            for (int a = CENTRE; a < nodes.length; a++) {
                for (int c = 0; c < CENTRE; c++) {
                    edgeIf(0.8, nodes[a], nodes[c]);
                }
                for (int b = CENTRE; b < a; b++) {
                    edgeIf(0.5, nodes[a], nodes[b]);
                }
            }
        }

        /// Each depot has half of the shops, and some of these have each other.
        private void supply(int[] nodes) {
            for (int k = CENTRE; k < nodes.length; k++) {
                edge(nodes[k], nodes[k % CENTRE]);
                if (k + CENTRE < nodes.length) {
                    edgeIf(0.3, nodes[k], nodes[k + CENTRE]);
                }
            }
        }

        /// Two streets beside the centre, with streets across, all leading to it.
        private void road(int[] nodes) {
            int side = DISTRICT / 2;
            for (int k = 0; k < side; k++) {
                int left = nodes[CENTRE + k];
                int right = nodes[CENTRE + side + k];
                if (k + 1 < side) {
                    edge(left, nodes[CENTRE + k + 1]);
                    edge(right, nodes[CENTRE + side + k + 1]);
                }
                if (k == 0 || k + 1 == side) {
                    edge(left, right);
                } else {
                    edge(left, nodes[k - 1]);
                    edge(right, nodes[k - 1]);
                }
                edgeIf(0.3, left, nodes[k < side / 2 ? 0 : 1]);
                edgeIf(0.3, right, nodes[k < side / 2 ? 0 : 1]);
            }
        }

        /// A dead end at the district, of one or two nodes; people know one or two of a circle.
        private void outskirts(Kind kind, int[] place, int number) {
            int first = node(kind, "outskirts", number);
            edge(first, ofDistrict(place));
            if (kind == Kind.SOCIAL) {
                edgeIf(0.5, first, ofDistrict(place));
            } else if (random.nextInt(2) == 0) {
                edge(first, node(kind, "outskirts", number));
            }
        }

        /// What leads from one place to another: people who know some of both, or a road of several parts.
        private void link(Kind kind, List<int[]> places, int a, int b) {
            int length = 2 + random.nextInt(2);
            int before = -1;
            for (int k = 0; k < length; k++) {
                int node = node(kind, "link", a + 1);
                if (kind == Kind.SOCIAL) {
                    edge(node, ofDistrict(places.get(a)));
                    edge(node, ofDistrict(places.get(b)));
                    edgeIf(0.5, node, ofDistrict(places.get(random.nextInt(2) == 0 ? a : b)));
                } else {
                    edge(node, before < 0 ? ofDistrict(places.get(a)) : before);
                }
                before = node;
            }
            if (kind != Kind.SOCIAL) {
                edge(before, ofDistrict(places.get(b)));
            }
        }

        private int ofDistrict(int[] place) {
            return place[CENTRE + random.nextInt(DISTRICT)];
        }

        private int node(Kind kind, String role, int place) {
            labels.add(role);
            names.add(String.format(Locale.ROOT, "%s %d: place %d, %d", kind.word(), graphs, place, names.size()));
            graphOf.add(String.valueOf(graphs));
            return names.size() - 1;
        }

        private void edgeIf(double probability, int u, int v) {
            if (random.nextDouble() < probability) {
                edge(u, v);
            }
        }

        private void edge(int u, int v) {
            if (u != v) {
                edges.add(Math.min(u, v) + " " + Math.max(u, v));
            }
        }
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 1 || args.length > 2) {
            System.err.println("usage: java CrossDomainGraphs.java OUT_DIR [SEED]");
            System.exit(2);
        }
        long seed = args.length == 2 ? Long.parseLong(args[1]) : USUAL_SEED;
        Drawing drawing = new Drawing(seed);
        List<String> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            kinds.add(kind.graphs + " " + kind.word());
            for (int k = 0; k < kind.graphs; k++) {
                drawing.graph(kind);
            }
        }
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        write(folder.resolve("edges.txt"), List.copyOf(drawing.edges));
        write(folder.resolve("labels.txt"), drawing.labels);
        write(folder.resolve("names.txt"), drawing.names);
        write(folder.resolve("graph_of.txt"), drawing.graphOf);
        String provenance = String.format(Locale.ROOT, "Synthetic: roles in graphs of three kinds, seed %d, member graphs: %s, "
                + "each %d places of %d centre and %d district nodes with links and outskirts, and at most %d random edges. "
                + "Result: %d nodes, %d edges. Made by tools/CrossDomainGraphs.java.",
                seed, String.join(", ", kinds), PLACES, CENTRE, DISTRICT, RANDOM_EDGES, drawing.labels.size(), drawing.edges.size());
        write(folder.resolve("PROVENANCE.txt"), List.of(provenance));
        System.out.println(provenance);
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
