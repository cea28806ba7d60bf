package innerloop.episode;

import innerloop.graph.AttributedGraph;
import innerloop.phrase.Phrase;
import innerloop.phrase.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The assignment of classes, regions or member graphs to the phases.
///
/// | kind | the lanes hold | an episode is drawn from |
/// |---|---|---|
/// | classes | names of classes | all nodes of some classes of its lane |
/// | regions | names of regions | one region of its lane, all classes in it |
/// | graphs | numbers of member graphs, from 0 | one member graph of its lane, all classes in it |
///
/// @param kind what the lanes hold
/// @param lanes what is used in which phase
/// @param regions the drawn regions, whether they stand in a lane or not; their names differ
/// @param messages which nodes pass messages
/// @param painted an episode drawn by hand; scores do not depend on it
public record Split(
        Kind kind, Lanes lanes, List<Region> regions, Messages messages, PaintedEpisode painted) {

    /// Decimal notation without leading zeros, so that each member graph has exactly one name.
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,8}");

    private static final Predicate<String> PLAIN =
            Pattern.compile("--|\\d+:.*|.*\n.*", Pattern.DOTALL).asMatchPredicate().negate();

    /// The kind of things that the lanes of a split hold.
    public enum Kind {
        CLASSES,
        REGIONS,
        GRAPHS;

        /// The name of several of them.
        public Phrase phrase() {
            return Phrase.of("things." + name());
        }
    }

    /// Which nodes pass messages.
    public enum Messages {
        /// All of them in every phase: transductive.
        ALL,
        /// Nodes used only in later phases are cut off: inductive.
        SEEN
    }

    public Split {
        regions = List.copyOf(regions);
        if (regions.stream().map(Region::name).distinct().count() < regions.size()) {
            throw new Refusal(Phrase.of("refusal.sameRegion"));
        }
        if (kind == Kind.GRAPHS) {
            Stream.of(lanes.train(), lanes.validation(), lanes.test())
                    .flatMap(List::stream)
                    .forEach(Split::requireNumber);
        }
    }

    private static void requireNumber(String name) {
        if (!NUMBER.matcher(name).matches()) {
            throw new Refusal(Phrase.of("refusal.memberNumber", name));
        }
    }

    /// No class in any lane.
    public static Split empty() {
        return ofClasses(Lanes.empty());
    }

    /// A split by classes in which all nodes pass messages.
    public static Split ofClasses(Lanes classes) {
        return new Split(Kind.CLASSES, classes, List.of(), Messages.ALL, PaintedEpisode.NONE);
    }

    /// Another kind of split; its lanes are empty.
    public Split withKind(Kind newKind) {
        return newKind == kind
                ? this
                : new Split(newKind, Lanes.empty(), regions, messages, painted);
    }

    public Split withLanes(Lanes newLanes) {
        return new Split(kind, newLanes, regions, messages, painted);
    }

    public Split withRegions(List<Region> newRegions) {
        return new Split(kind, lanes, newRegions, messages, painted);
    }

    public Split withMessages(Messages newMessages) {
        return new Split(kind, lanes, regions, newMessages, painted);
    }

    public Split withPainted(PaintedEpisode newPainted) {
        return new Split(kind, lanes, regions, messages, newPainted);
    }

    /// The region of this name.
    public Optional<Region> region(String name) {
        return regions.stream().filter(region -> region.name().equals(name)).findFirst();
    }

    /// The nodes a phase must not see the edges of: those that are used in later phases only. A node is used where its class,
    /// its region or its member graph stands in the lane.
    public BitSet unseen(AttributedGraph graph, Phase phase) {
        BitSet unseen = new BitSet();
        if (messages == Messages.ALL) {
            return unseen;
        }
        BitSet seen = new BitSet();
        for (Phase any : Phase.values()) {
            // Phases stand in their order.
            BitSet into = any.compareTo(phase) > 0 ? unseen : seen;
            into.or(Area.nodes(graph, this, any));
        }
        unseen.andNot(seen);
        return unseen;
    }

    /// One name per line; a name that could be read as two, or as the line between lanes, is preceded by its length.
    private static String lines(List<String> names) {
        return names.stream()
                .map(name -> PLAIN.test(name) ? name : name.length() + ":" + name)
                .collect(Collectors.joining("\n"));
    }

    /// The first 6 hex digits of the SHA-256 of everything in it that scores depend on; shown beside every score.
    public String shortHash() {
        StringBuilder text = new StringBuilder();
        text.append(lines(lanes.train()))
                .append("\n--\n")
                .append(lines(lanes.validation()))
                .append("\n--\n")
                .append(lines(lanes.test()));
        // A split by classes with all messages keeps the hash it had in earlier versions.
        if (kind != Kind.CLASSES || messages != Messages.ALL) {
            text.append("\n--\n").append((kind + " " + messages).toLowerCase(Locale.ROOT));
        }
        if (kind == Kind.REGIONS) {
            Stream.of(Phase.values())
                    .flatMap(phase -> lanes.of(phase).stream())
                    .flatMap(name -> region(name).stream())
                    .forEach(region ->
                            text.append("\n--\n").append(region.name()).append(region.nodes()));
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 3);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
