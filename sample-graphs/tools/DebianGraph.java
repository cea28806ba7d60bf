import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes a graph out of the package lists of a Debian machine and writes it as a plain folder.
///
///     java DebianGraph.java OUT_DIR [PACKAGES_FILE [RELEASE_FILE]]
///
/// A node is a package, an edge is a dependency, a class is a section of the archive, and a feature is a word of the
/// package's one-line description.
///
/// Without `PACKAGES_FILE` the program asks apt for the list of the release this machine runs, component `main`;
/// updates and security fixes are left aside, because they change every week. A `PACKAGES_FILE` may be plain text or
/// end in `.gz`. `RELEASE_FILE` (`Release` or `InRelease`) is only read for the provenance line.
///
/// The same package list always gives the same bytes: nothing here looks at the clock or draws a random number, and
/// every tie is broken by name.
public final class DebianGraph {

    /// At most this many packages of one section are chosen, so that classes stay comparable.
    static final int LARGEST_CLASS = 180;

    /// A section with fewer packages than this is left out.
    static final int SMALLEST_CLASS = 100;

    /// A package on which more than this share of the chosen packages depend is a hub and is left out.
    static final double HUB_SHARE = 0.03;

    /// A word must occur in at least this many packages ...
    static final int RAREST_WORD = 4;

    /// ... and in at most this share of them.
    static final double COMMONEST_WORD = 0.10;

    /// A word that more than this share of one section's packages carry only repeats the name of the section.
    static final double TELLTALE_WORD = 0.40;

    /// A word that ends in s is taken for a plural if its singular is used at least this much as often in the archive.
    static final double RAREST_SINGULAR = 0.1;

    /// Sections that say how a package is made or shipped, not what it is about.
    static final Set<String> SECTIONS_ABOUT_PACKAGING = Set.of(
            "debug", "doc", "introspection", "kernel", "libdevel", "libs", "localization", "metapackages", "oldlibs",
            "tasks");

    /// Sections that take in whatever fits nowhere else; nobody could guess them from a description.
    static final Set<String> CATCH_ALL_SECTIONS = Set.of(
            "admin", "devel", "interpreters", "misc", "otherosfs", "utils", "x11");

    /// Words of English, and of Debian's way of writing descriptions, that say nothing about the subject.
    static final Set<String> STOP_WORDS = Set.of("""
            a about all also an and any are as at based be both but by can common do does each easy etc for from has
            have if in into is it its just like made make many more most new no not of off on one only onto or other
            out over own per same set several simple so some such support than that the their them these they this to
            up use used user using various very via was well when where which while will with without you your
            debian dummy metapackage package transitional version""".split("\\s+"));

    /// Everyday short names of sections, which give the class away as surely as the full name does.
    static final Set<String> NICKNAMES = Set.of("go", "js", "node", "nodejs", "py", "python3", "cran");

    private static final Pattern NOT_A_WORD_CHARACTER = Pattern.compile("[^a-z0-9]+");

    private DebianGraph() {
    }

    /// Packages and which of them are neighbours; both directions are stored.
    record Graph(SortedMap<String, PackageLists.Package> packages, Map<String, SortedSet<String>> neighbours) {

        int degree(String name) {
            return neighbours.get(name).size();
        }

        int edges() {
            return neighbours.values().stream().mapToInt(Set::size).sum() / 2;
        }
    }

    /// The words that serve as feature columns, and the words each package has.
    record Words(List<String> columns, Map<String, SortedSet<String>> ofPackage) {
    }

    /// What was chosen.
    record Sample(Graph graph, Words words, SortedSet<String> hubs) {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length < 1 || args.length > 3) {
            System.err.println("usage: java DebianGraph.java OUT_DIR [PACKAGES_FILE [RELEASE_FILE]]");
            System.exit(2);
        }
        PackageLists.Archive archive = args.length == 1 ? PackageLists.readApt()
                : PackageLists.readFiles(
                        Path.of(args[1]), args.length == 3 ? Optional.of(Path.of(args[2])) : Optional.empty());
        Sample sample = choose(archive.packages());
        String provenance = provenance(sample, archive);
        GraphFolder.write(sample, provenance, Path.of(args[0]));
        System.out.println(provenance);
        sectionSizes(sample.graph().packages().values())
                .forEach((section, size) -> System.out.println(section + " " + size));
    }

    // ---- choosing ------------------------------------------------------------------------------------------------

    /// Chooses packages in rounds until every rule holds at once. A round leaves out the hubs found so far, thins
    /// large sections, keeps the largest connected component and looks at the result; what breaks a rule is left out
    /// of the next round. Nothing that was left out comes back, so the rounds end.
    static Sample choose(SortedMap<String, PackageLists.Package> archive) {
        SortedMap<String, PackageLists.Package> candidates = new TreeMap<>(archive);
        candidates.values().removeIf(p -> SECTIONS_ABOUT_PACKAGING.contains(p.section())
                || CATCH_ALL_SECTIONS.contains(p.section()));
        Lexicon lexicon = Lexicon.of(archive.values());
        SortedSet<String> hubs = new TreeSet<>();
        while (true) {
            Graph graph = largestComponent(thin(connect(candidates)));
            Words words = words(graph.packages(), lexicon);
            Set<String> offenders = new TreeSet<>(hubsOf(graph));
            hubs.addAll(offenders);
            if (offenders.isEmpty()) {
                offenders.addAll(packagesOfSmallSections(graph, candidates));
            }
            if (offenders.isEmpty()) {
                graph.packages().keySet().stream()
                        .filter(name -> words.ofPackage().get(name).isEmpty())
                        .forEach(offenders::add);
            }
            if (offenders.isEmpty()) {
                return new Sample(graph, words, hubs);
            }
            candidates.keySet().removeAll(offenders);
        }
    }

    private static Graph connect(SortedMap<String, PackageLists.Package> packages) {
        Map<String, SortedSet<String>> neighbours = new HashMap<>();
        packages.keySet().forEach(name -> neighbours.put(name, new TreeSet<>()));
        for (PackageLists.Package p : packages.values()) {
            for (String other : p.dependsOn()) {
                if (packages.containsKey(other) && !other.equals(p.name())) {
                    neighbours.get(p.name()).add(other);
                    neighbours.get(other).add(p.name());
                }
            }
        }
        return new Graph(packages, neighbours);
    }

    /// The same packages and edges, restricted to `kept`.
    private static Graph restrict(Graph graph, Set<String> kept) {
        SortedMap<String, PackageLists.Package> packages = new TreeMap<>(graph.packages());
        packages.keySet().retainAll(kept);
        return connect(packages);
    }

    /// Takes away the package with the fewest neighbours left (ties: the later name) from sections that are still too
    /// large, one by one, so that what remains of each section is its best connected part. A package that has lost its
    /// last neighbour goes too.
    private static Graph thin(Graph graph) {
        record Waiting(int degree, String name) {
        }
        Map<String, Integer> degree = new HashMap<>();
        graph.packages().keySet().forEach(name -> degree.put(name, graph.degree(name)));
        Map<String, Integer> size = sectionSizes(graph.packages().values());
        TreeSet<Waiting> queue = new TreeSet<>(
                Comparator.comparingInt(Waiting::degree).thenComparing(Waiting::name, Comparator.reverseOrder()));
        degree.forEach((name, d) -> queue.add(new Waiting(d, name)));
        Set<String> kept = new HashSet<>(graph.packages().keySet());
        while (!queue.isEmpty()) {
            Waiting least = queue.pollFirst();
            String section = graph.packages().get(least.name()).section();
            if (least.degree() > 0 && size.get(section) <= LARGEST_CLASS) {
                continue; // The section only shrinks from here on, so this package is safe while it has a neighbour.
            }
            kept.remove(least.name());
            size.merge(section, -1, Integer::sum);
            for (String other : graph.neighbours().get(least.name())) {
                if (kept.contains(other)) {
                    boolean waited = queue.remove(new Waiting(degree.get(other), other));
                    int d = degree.merge(other, -1, Integer::sum);
                    if (waited || d == 0) {
                        queue.add(new Waiting(d, other));
                    }
                }
            }
        }
        return restrict(graph, kept);
    }

    private static Graph largestComponent(Graph graph) {
        Set<String> seen = new HashSet<>();
        Set<String> largest = Set.of();
        for (String start : graph.packages().keySet()) {
            if (seen.add(start)) {
                Set<String> component = new HashSet<>(Set.of(start));
                ArrayDeque<String> open = new ArrayDeque<>(component);
                while (!open.isEmpty()) {
                    for (String next : graph.neighbours().get(open.remove())) {
                        if (seen.add(next)) {
                            component.add(next);
                            open.add(next);
                        }
                    }
                }
                if (component.size() > largest.size()) {
                    largest = component;
                }
            }
        }
        return restrict(graph, largest);
    }

    private static Set<String> hubsOf(Graph graph) {
        Map<String, Integer> dependants = new HashMap<>();
        for (PackageLists.Package p : graph.packages().values()) {
            p.dependsOn().forEach(other -> dependants.merge(other, 1, Integer::sum));
        }
        Set<String> hubs = new TreeSet<>(graph.packages().keySet());
        hubs.removeIf(name -> dependants.getOrDefault(name, 0) <= HUB_SHARE * graph.packages().size());
        return hubs;
    }

    /// Every candidate of every section that has too few packages in the graph.
    private static Set<String> packagesOfSmallSections(
            Graph graph, SortedMap<String, PackageLists.Package> candidates) {
        Map<String, Integer> sizes = sectionSizes(graph.packages().values());
        Set<String> small = new HashSet<>();
        for (PackageLists.Package p : candidates.values()) {
            if (sizes.getOrDefault(p.section(), 0) < SMALLEST_CLASS) {
                small.add(p.name());
            }
        }
        return small;
    }

    private static SortedMap<String, Integer> sectionSizes(Collection<PackageLists.Package> packages) {
        SortedMap<String, Integer> sizes = new TreeMap<>();
        packages.forEach(p -> sizes.merge(p.section(), 1, Integer::sum));
        return sizes;
    }

    // ---- words ---------------------------------------------------------------------------------------------------

    private static Words words(SortedMap<String, PackageLists.Package> packages, Lexicon lexicon) {
        SortedMap<String, Integer> sizes = sectionSizes(packages.values());
        Set<String> forbidden = new HashSet<>(NICKNAMES);
        sizes.keySet().forEach(section -> forbidden.addAll(lexicon.split(section)));

        Map<String, SortedSet<String>> ofPackage = new HashMap<>();
        SortedMap<String, SortedMap<String, Integer>> uses = new TreeMap<>();
        for (PackageLists.Package p : packages.values()) {
            SortedSet<String> words = lexicon.split(p.summary());
            words.removeAll(forbidden);
            ofPackage.put(p.name(), words);
            words.forEach(w -> uses.computeIfAbsent(w, unused -> new TreeMap<>()).merge(p.section(), 1, Integer::sum));
        }
        List<String> columns = new ArrayList<>();
        uses.forEach((word, perSection) -> {
            int total = perSection.values().stream().mapToInt(Integer::intValue).sum();
            boolean telltale = perSection.entrySet().stream()
                    .anyMatch(use -> use.getValue() > TELLTALE_WORD * sizes.get(use.getKey()));
            if (total >= RAREST_WORD && total <= COMMONEST_WORD * packages.size() && !telltale) {
                columns.add(word);
            }
        });
        Set<String> known = new HashSet<>(columns);
        ofPackage.values().forEach(words -> words.retainAll(known));
        return new Words(columns, ofPackage);
    }

    /// How often each word is used in the whole archive, which tells a plural from a name: `tools` is the plural of
    /// `tool`, but nobody writes `emac`, so `emacs` stays as it is.
    record Lexicon(Map<String, Integer> uses) {

        static Lexicon of(Collection<PackageLists.Package> packages) {
            Map<String, Integer> uses = new HashMap<>();
            packages.forEach(p -> rawWords(p.summary()).forEach(word -> uses.merge(word, 1, Integer::sum)));
            return new Lexicon(uses);
        }

        /// The words of a text: lower-case, at least two characters, starting with a letter, no stop words, singular.
        SortedSet<String> split(String text) {
            SortedSet<String> words = new TreeSet<>();
            rawWords(text).map(this::singular).filter(word -> !STOP_WORDS.contains(word)).forEach(words::add);
            return words;
        }

        String singular(String word) {
            String folded = fold(word);
            return uses.getOrDefault(folded, 0) >= RAREST_SINGULAR * uses.getOrDefault(word, 0) ? folded : word;
        }

        private static Stream<String> rawWords(String text) {
            return NOT_A_WORD_CHARACTER.splitAsStream(text.toLowerCase(Locale.ROOT))
                    .filter(word -> word.length() >= 2 && Character.isLetter(word.charAt(0)))
                    .filter(word -> !STOP_WORDS.contains(word));
        }

        /// `libraries` to `library`, `classes` to `class`, `games` to `game`; `class`, `status`, `analysis` stay.
        private static String fold(String word) {
            if (word.length() >= 5 && word.endsWith("ies")) {
                return word.substring(0, word.length() - 3) + "y";
            }
            if (word.endsWith("sses") || word.endsWith("xes") || word.endsWith("ches") || word.endsWith("shes")) {
                return word.substring(0, word.length() - 2);
            }
            boolean plural = word.length() >= 4 && word.endsWith("s")
                    && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
            return plural ? word.substring(0, word.length() - 1) : word;
        }
    }

    // ---- telling where it came from ------------------------------------------------------------------------------

    private static String provenance(Sample sample, PackageLists.Archive archive) {
        Graph graph = sample.graph();
        return String.format(Locale.ROOT, "%s, component main, %d packages. "
                + "Nodes: packages; edges: Depends (first alternative, no versions); classes: Section; "
                + "features: words of the one-line Description. "
                + "Left out: sections %s; sections that end up with fewer than %d packages; hubs on which more than "
                + "%.0f %% of the chosen packages depend (%s); packages without a word. "
                + "At most %d packages per section (those with fewest neighbours go first), then the largest "
                + "connected component. "
                + "Words: in at least %d packages and at most %.0f %% of them, no stop words, no section names, "
                + "none that more than %.0f %% of one section carry. "
                + "Result: %d nodes, %d edges, %d classes, %d features. Made by tools/DebianGraph.java.",
                archive.release(), archive.packages().size(),
                String.join(" ", leftOutSections()), SMALLEST_CLASS,
                100 * HUB_SHARE, String.join(" ", sample.hubs()),
                LARGEST_CLASS,
                RAREST_WORD, 100 * COMMONEST_WORD, 100 * TELLTALE_WORD,
                graph.packages().size(), graph.edges(), sectionSizes(graph.packages().values()).size(),
                sample.words().columns().size());
    }

    private static SortedSet<String> leftOutSections() {
        SortedSet<String> sections = new TreeSet<>(SECTIONS_ABOUT_PACKAGING);
        sections.addAll(CATCH_ALL_SECTIONS);
        return sections;
    }
}
