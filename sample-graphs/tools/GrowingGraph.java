import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Draws a graph that grows and writes it as GraphStream's events (DGS).
///
///     java GrowingGraph.java OUT.dgs [SEED]
///
/// Communities take in new members step by step, some members leave, and the ties inside a community give way to ties between
/// communities: the graph says less and less about the classes. What tells a community from others are some of the first
/// columns; they drift: whoever comes later has more of the community's new columns and fewer of its old ones. The last columns
/// are noise in every community, much larger than the others, which a learner can find out. Two communities appear when the
/// others have long been there.
///
/// The same seed always gives the same bytes: `java.util.Random` is specified down to the last bit.
public final class GrowingGraph {

    static final int STEPS = 40;
    static final int COMMUNITIES = 24;

    /// The communities that appear late, and when.
    static final TreeMap<Integer, Integer> LATE = new TreeMap<>(Map.of(22, 22, 23, 29));

    static final int FOUNDERS = 14;
    static final double NEW_MEMBERS = 0.9;
    static final double LEAVING = 0.04;

    static final int EDGES_PER_NEW_NODE = 3;

    /// The share of new ties that lead to another community, at the beginning and at the end.
    static final double OUTSIDE_FIRST = 0.6;

    static final double OUTSIDE_LAST = 0.75;

    /// Old ties that are given up in a step.
    static final int TIES_LOST = 6;

    static final int COLUMNS = 24;
    static final int NOISE_COLUMNS = 12;
    static final int PREFERRED_COLUMNS = 4;
    static final double PREFERRED = 0.9;
    static final double NOT_PREFERRED = 0.08;

    /// The largest number in a column of noise; other columns have 0 or 1.
    static final int NOISE = 9;

    static final long USUAL_SEED = 7;

    private final Random random;
    private final List<String> lines = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final List<int[]> ties = new ArrayList<>();
    private final List<List<Integer>> before = new ArrayList<>();
    private final List<List<Integer>> after = new ArrayList<>();
    private final int[] joined = new int[COMMUNITIES];
    private int count;

    private record Member(int number, int community, String name) {
    }

    private GrowingGraph(long seed) {
        random = new Random(seed);
        for (int community = 0; community < COMMUNITIES; community++) {
            before.add(preferred());
            after.add(preferred());
        }
    }

    private List<Integer> preferred() {
        SortedSet<Integer> columns = new TreeSet<>();
        while (columns.size() < PREFERRED_COLUMNS) {
            columns.add(random.nextInt(COLUMNS - NOISE_COLUMNS));
        }
        return List.copyOf(columns);
    }

    /// Writes the graph.
    public static void main(String... arguments) throws IOException {
        Path out = Path.of(arguments[0]);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : USUAL_SEED;
        GrowingGraph graph = new GrowingGraph(seed);
        graph.grow(seed);
        Files.write(out, (String.join("\n", graph.lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void grow(long seed) {
        lines.add("DGS004");
        lines.add("growing 0 0");
        lines.add(String.format(Locale.ROOT, "# Synthetic: %d communities that grow and drift in %d steps, two of them late; seed %d. "
                + "Made by tools/GrowingGraph.java.", COMMUNITIES, STEPS, seed));
        for (int step = 1; step <= STEPS; step++) {
            lines.add("st " + step);
            for (int community = 0; community < COMMUNITIES; community++) {
                int first = LATE.getOrDefault(community, 1);
                int coming = step < first ? 0 : step == first ? FOUNDERS : random.nextDouble() < NEW_MEMBERS ? 1 : 0;
                for (int k = 0; k < coming; k++) {
                    join(community, step);
                }
            }
            for (int k = 0; k < TIES_LOST && step > 1; k++) {
                cut(random.nextInt(ties.size()));
            }
            for (int community = 0; community < COMMUNITIES && step > 1; community++) {
                if (random.nextDouble() < LEAVING) {
                    leave(community);
                }
            }
        }
    }

    private double share(int step) {
        return (step - 1) / (STEPS - 1.0);
    }

    private void join(int community, int step) {
        Member member = new Member(count++, community, communityName(community) + "-" + ++joined[community]);
        lines.add("an " + member.name + " class:" + communityName(community) + features(community, step));
        double outside = OUTSIDE_FIRST + (OUTSIDE_LAST - OUTSIDE_FIRST) * share(step);
        for (int k = 0; k < EDGES_PER_NEW_NODE && !members.isEmpty(); k++) {
            boolean leads = random.nextDouble() < outside;
            List<Member> choice = members.stream().filter(other -> other.community == community != leads).toList();
            if (!choice.isEmpty()) {
                tie(member, choice.get(random.nextInt(choice.size())));
            }
        }
        members.add(member);
    }

    private String features(int community, int step) {
        return IntStream.range(0, COLUMNS)
                .mapToObj(column -> {
                    boolean drifted = random.nextDouble() < share(step) / 2;
                    List<Integer> own = (drifted ? after : before).get(community);
                    int noise = random.nextInt(NOISE + 1);
                    boolean signal = random.nextDouble() < (own.contains(column) ? PREFERRED : NOT_PREFERRED);
                    return String.valueOf(column >= COLUMNS - NOISE_COLUMNS ? noise : signal ? 1 : 0);
                })
                .collect(Collectors.joining(",", " w:{", "}"));
    }

    private void tie(Member from, Member to) {
        if (ties.stream().noneMatch(tie -> tie[0] == from.number && tie[1] == to.number)) {
            ties.add(new int[] {from.number, to.number});
            lines.add("ae " + edgeName(ties.getLast()) + " " + from.name + " " + to.name);
        }
    }

    private void cut(int tie) {
        lines.add("de " + edgeName(ties.remove(tie)));
    }

    /// Whoever has been there longest leaves; the ties go with the node.
    private void leave(int community) {
        Member member = members.stream().filter(m -> m.community == community).findFirst().orElse(null);
        if (member != null) {
            members.remove(member);
            ties.removeIf(tie -> tie[0] == member.number || tie[1] == member.number);
            lines.add("dn " + member.name);
        }
    }

    private static String edgeName(int[] tie) {
        return tie[0] + "-" + tie[1];
    }

    static String communityName(int community) {
        return String.valueOf((char) ('A' + community));
    }
}
