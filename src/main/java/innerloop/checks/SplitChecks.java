package innerloop.checks;

import innerloop.episode.Area;
import innerloop.episode.FewShot;
import innerloop.episode.Lanes;
import innerloop.episode.PaintedEpisode;
import innerloop.episode.Phase;
import innerloop.episode.Region;
import innerloop.episode.Split;
import innerloop.episode.Unit;
import innerloop.experiment.Experiment;
import innerloop.graph.Amount;
import innerloop.graph.AttributedGraph;
import innerloop.leakage.SharedNodes;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Checks whether a split fits the task and a graph that has classes.
final class SplitChecks {

    /// The most names in one message.
    private static final int MOST_NAMES = 10;

    private final AttributedGraph graph;
    private final Split split;
    private final FewShot drawing;
    private final boolean hasClasses;
    private final List<Finding> findings;
    private final BitSet unanswered;
    private final BitSet members = new BitSet();

    SplitChecks(Experiment experiment, AttributedGraph graph, List<Finding> findings) {
        this.graph = graph;
        this.split = experiment.split();
        this.drawing = experiment.task().drawing();
        this.hasClasses = experiment.task().hasClasses();
        this.unanswered = experiment.task().unanswered(graph);
        this.findings = findings;
        if (split.kind() == Split.Kind.GRAPHS) {
            Arrays.stream(graph.graphOf()).forEach(members::set);
        }
    }

    /// Adds what it finds.
    void check() {
        if (drawing.unit() == Unit.MEMBER_GRAPH && split.kind() != Split.Kind.CLASSES) {
            add(
                    "split.kind",
                    "member graphs are classified, so the lanes must hold their classes",
                    "choose split.kind classes",
                    true);
            return;
        }
        if (!hasClasses && split.kind() == Split.Kind.CLASSES && graph.classes().isEmpty()) {
            add(
                    "split.kind",
                    "the lanes hold classes, and this graph has none",
                    graph.graphs() > 1
                            ? "set split.kind to graphs: there are %d member graphs"
                                    .formatted(graph.graphs())
                            : "set split.kind to regions, and draw one for each lane",
                    true);
            return;
        }
        if (split.kind() == Split.Kind.REGIONS) {
            checkRegions();
        }
        // An unknown name explains why a lane is too small, so it comes first.
        for (Phase phase : Phase.values()) {
            checkNames(phase);
        }
        for (Phase phase : Phase.values()) {
            List<Area> areas =
                    Area.of(graph, split, phase).stream()
                            .map(area -> area.without(unanswered))
                            .toList();
            if (hasClasses) {
                checkClassSizes(phase, areas);
            }
            checkAreas(phase, areas);
        }
        checkUnanswered();
        checkLeakage();
        checkPainted();
    }

    private void add(String where, String message, String fix, boolean blocking) {
        findings.add(new Finding(where, message, fix, blocking));
    }

    private void checkNames(Phase phase) {
        for (String name : split.lanes().of(phase)) {
            switch (split.kind()) {
                case CLASSES -> {
                    if (!graph.classes().contains(name)) {
                        add(where(phase), noClass(name), didYouMeanClass(name), true);
                    }
                }
                case REGIONS -> {
                    if (split.region(name).isEmpty()) {
                        add(
                                where(phase),
                                "there is no region \"" + name + "\"",
                                split.regions().isEmpty()
                                        ? "split.regions has none at all"
                                        : Nearest.didYouMean(
                                                name,
                                                split.regions().stream()
                                                        .map(Region::name)
                                                        .toList()),
                                true);
                    }
                }
                case GRAPHS -> {
                    if (Integer.parseInt(name) >= graph.graphs()) {
                        add(
                                where(phase),
                                "the graph has no member graph " + name,
                                "its member graphs are 0 to " + (graph.graphs() - 1),
                                true);
                    } else if (!members.get(Integer.parseInt(name))) {
                        add(where(phase), "member graph " + name + " has no nodes", "", false);
                    }
                }
            }
        }
    }

    private static String noClass(String name) {
        return "the graph has no class \"" + name + "\"";
    }

    private String didYouMeanClass(String name) {
        return Nearest.didYouMean(name, graph.classes());
    }

    private void checkClassSizes(Phase phase, List<Area> areas) {
        int needed = drawing.examplesPerClass();
        List<String> small =
                areas.stream()
                        .flatMap(area ->
                                Arrays.stream(area.classes())
                                        .filter(c ->
                                                area.examples(c, drawing.unit()).length < needed)
                                        .mapToObj(c -> sized(area, c)))
                        .toList();
        if (!small.isEmpty()) {
            add(
                    where(phase),
                    "an episode takes %d %s per class (shots + queries), too few: %s"
                            .formatted(needed, drawing.unit().words(), listed(small)),
                    "these classes are left out; lower task.queries or task.shots",
                    false);
        }
    }

    private String sized(Area area, int classIndex) {
        String place =
                switch (split.kind()) {
                    case CLASSES -> "";
                    case REGIONS -> " in " + area.name();
                    case GRAPHS -> " in graph " + area.name();
                };
        return graph.classes().get(classIndex)
                + place
                + " ("
                + area.examples(classIndex, drawing.unit()).length
                + ")";
    }

    /// An episode needs an area with enough classes.
    private void checkAreas(Phase phase, List<Area> areas) {
        String things = things();
        if (phase == Phase.VALIDATION && split.lanes().of(phase).isEmpty()) {
            add(
                    where(phase),
                    "no validation " + things,
                    "the validation curve will show base " + things,
                    false);
            return;
        }
        List<Area> poor = areas.stream().filter(area -> !area.fits(drawing)).toList();
        if (poor.size() == areas.size()) {
            add(
                    where(phase),
                    lacking(phase, poor),
                    "move %s there, or lower %s".formatted(things, counts()),
                    true);
        } else if (!poor.isEmpty()) {
            add(
                    where(phase),
                    "not all %s have %s: %s"
                            .formatted(
                                    things,
                                    needs(),
                                    listed(poor.stream().map(Area::name).toList())),
                    "these are left out",
                    false);
        }
    }

    /// The content of an area that an episode takes.
    private String needs() {
        return switch (drawing.unit()) {
            case NODE, MEMBER_GRAPH ->
                    "%d classes of at least %d %s"
                            .formatted(
                                    drawing.ways(),
                                    drawing.examplesPerClass(),
                                    drawing.unit().words());
            case NUMBERED_NODE ->
                    "%d nodes with a number (shots + queries)"
                            .formatted(drawing.examplesPerClass());
            case PAIR ->
                    "%d edges inside (shots + queries) and as many pairs without one"
                            .formatted(drawing.examplesPerClass());
        };
    }

    /// The numbers of the task that say how much an episode takes.
    private String counts() {
        return switch (drawing.unit()) {
            case NODE, MEMBER_GRAPH -> "task.ways, task.shots or task.queries";
            case PAIR, NUMBERED_NODE -> "task.shots or task.queries";
        };
    }

    /// Why no episode can be drawn from these areas.
    private String lacking(Phase phase, List<Area> poor) {
        String lane = Lanes.title(phase);
        String episodes = hasClasses ? drawing.ways() + "-way episodes" : "episodes";
        return switch (split.kind()) {
            case REGIONS, GRAPHS ->
                    "%s need one of the %s to have %s, none in the %s lane has"
                            .formatted(episodes, things(), needs(), lane);
            case CLASSES ->
                    switch (drawing.unit()) {
                        case PAIR ->
                                "%s need %s, the classes in the %s lane have %s"
                                        .formatted(
                                                episodes,
                                                needs(),
                                                lane,
                                                Amount.of(poor.getFirst().edges().size(), "edge"));
                        case NUMBERED_NODE ->
                                "%s need %s, the classes in the %s lane have %d"
                                        .formatted(
                                                episodes,
                                                needs(),
                                                lane,
                                                poor.getFirst().nodes().length);
                        case NODE, MEMBER_GRAPH ->
                                "%s need %s, the %s lane has %d"
                                        .formatted(
                                                episodes,
                                                needs(),
                                                lane,
                                                poor.getFirst().classes(drawing).length);
                    };
        };
    }

    private void checkUnanswered() {
        if (!unanswered.isEmpty()) {
            add(
                    "task.target",
                    "no number there for %d of %s"
                            .formatted(unanswered.cardinality(), Amount.of(graph.nodes(), "node")),
                    "nodes without one are in no episode",
                    false);
        }
    }

    /// Leaks that are found quickly; `Leakage` looks for the others when a run begins.
    private void checkLeakage() {
        for (Phase later : List.of(Phase.VALIDATION, Phase.TEST)) {
            SharedNodes.of(split, drawing, graph, later)
                    .ifPresent(leak -> add(where(later), leak.message(), leak.why(), false));
        }
    }

    /// Unused names are no problem, so these findings do not block.
    private void checkRegions() {
        for (Region region : split.regions()) {
            List<String> outside = outside(region.nodes());
            if (!outside.isEmpty()) {
                boolean used =
                        Stream.of(Phase.values())
                                .anyMatch(p -> split.lanes().of(p).contains(region.name()));
                add(
                        "split.regions",
                        "region \"%s\" has nodes the graph does not have: %s"
                                .formatted(region.name(), listed(outside)),
                        nodeRange(),
                        used);
            }
        }
    }

    private List<String> outside(List<Integer> nodes) {
        return nodes.stream()
                .filter(node -> node < 0 || node >= graph.nodes())
                .map(String::valueOf)
                .toList();
    }

    private String nodeRange() {
        return "its nodes are 0 to " + (graph.nodes() - 1);
    }

    /// Nodes painted for another task stay for when a person goes back to it.
    private void checkPainted() {
        if (drawing.unit() == Unit.NODE) {
            split.painted().slots().forEach(this::checkPainted);
        } else if (!split.painted().isEmpty()) {
            add(
                    "split.episode",
                    "the painted nodes are kept but not used: here an example is a "
                            + drawing.unit().word(),
                    "",
                    false);
        }
    }

    private void checkPainted(PaintedEpisode.Slot slot) {
        String where = "split.episode";
        int index = graph.classes().indexOf(slot.className());
        if (index < 0) {
            add(where, noClass(slot.className()), didYouMeanClass(slot.className()), false);
            return;
        }
        List<Integer> nodes =
                Stream.concat(slot.support().stream(), slot.query().stream()).sorted().toList();
        List<String> outside = outside(nodes);
        if (!outside.isEmpty()) {
            add(
                    where,
                    "%s has nodes the graph does not have: %s"
                            .formatted(slot.className(), listed(outside)),
                    nodeRange(),
                    false);
        }
        List<String> strange =
                nodes.stream()
                        .filter(node -> node >= 0 && node < graph.nodes())
                        .filter(node -> graph.labels()[node] != index)
                        .map(String::valueOf)
                        .toList();
        if (!strange.isEmpty()) {
            add(
                    where,
                    "nodes painted as %s are not of this class: %s"
                            .formatted(slot.className(), listed(strange)),
                    "take them out; scores do not depend on them",
                    false);
        }
    }

    private static String listed(List<String> names) {
        return names.size() <= MOST_NAMES
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMES))
                        + " and %d more".formatted(names.size() - MOST_NAMES);
    }

    private String things() {
        return switch (split.kind()) {
            case CLASSES -> "classes";
            case REGIONS -> "regions";
            case GRAPHS -> "member graphs";
        };
    }

    private static String where(Phase phase) {
        return "split." + phase.name().toLowerCase(Locale.ROOT);
    }
}
