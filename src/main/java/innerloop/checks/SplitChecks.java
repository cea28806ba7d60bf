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
import innerloop.graph.AttributedGraph;
import innerloop.leakage.SharedNodes;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Checks whether a split fits the task and a graph that has classes.
final class SplitChecks {

    /// The most names in one message.
    private static final int MOST_NAMES = 10;

    private static final String EPISODE = "split.episode";

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
            add(true, "split.kind", Trouble.of("check.lanesOfClasses"));
            return;
        }
        if (!hasClasses && split.kind() == Split.Kind.CLASSES && graph.classes().isEmpty()) {
            Trouble none = Trouble.of("check.noClasses");
            add(
                    true,
                    "split.kind",
                    graph.graphs() > 1
                            ? none.withFix(Phrase.of("check.noClasses.graphs", graph.graphs()))
                            : none);
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

    private void add(boolean blocking, String where, Trouble trouble) {
        findings.add(new Finding(where, trouble, blocking));
    }

    private void checkNames(Phase phase) {
        for (String name : split.lanes().of(phase)) {
            switch (split.kind()) {
                case CLASSES -> {
                    if (!graph.classes().contains(name)) {
                        add(true, where(phase), noClass(name));
                    }
                }
                case REGIONS -> {
                    if (split.region(name).isEmpty()) {
                        add(true, where(phase), noRegion(name));
                    }
                }
                case GRAPHS -> {
                    if (Integer.parseInt(name) >= graph.graphs()) {
                        add(
                                true,
                                where(phase),
                                Trouble.of(
                                        "check.noMember",
                                        name,
                                        Integer.toString(graph.graphs() - 1)));
                    } else if (!members.get(Integer.parseInt(name))) {
                        add(false, where(phase), Trouble.of("check.emptyMember", name));
                    }
                }
            }
        }
    }

    private Trouble noClass(String name) {
        return Trouble.of("check.noClass", name).withFix(Nearest.didYouMean(name, graph.classes()));
    }

    private Trouble noRegion(String name) {
        Trouble trouble = Trouble.of("check.noRegion", name);
        List<String> known = split.regions().stream().map(Region::name).toList();
        return known.isEmpty() ? trouble : trouble.withFix(Nearest.didYouMean(name, known));
    }

    private void checkClassSizes(Phase phase, List<Area> areas) {
        int needed = drawing.examplesPerClass();
        List<Phrase> small =
                areas.stream()
                        .flatMap(area ->
                                Arrays.stream(area.classes())
                                        .filter(c ->
                                                area.examples(c, drawing.unit()).length < needed)
                                        .mapToObj(c -> sized(area, c)))
                        .toList();
        if (!small.isEmpty()) {
            add(
                    false,
                    where(phase),
                    Trouble.of("check.smallClasses", drawing.unit().phrase(needed), listed(small)));
        }
    }

    private Phrase sized(Area area, int classIndex) {
        return Phrase.of(
                "check.sized." + split.kind().name(),
                graph.classes().get(classIndex),
                area.examples(classIndex, drawing.unit()).length,
                area.name());
    }

    /// An episode needs an area with enough classes.
    private void checkAreas(Phase phase, List<Area> areas) {
        Phrase things = split.kind().phrase();
        if (phase == Phase.VALIDATION && split.lanes().of(phase).isEmpty()) {
            add(false, where(phase), Trouble.of("check.noValidation", things));
            return;
        }
        List<Area> poor = areas.stream().filter(area -> !area.fits(drawing)).toList();
        if (poor.size() == areas.size()) {
            add(
                    true,
                    where(phase),
                    new Trouble(
                            lacking(phase, poor),
                            Phrase.of(
                                    switch (drawing.unit()) {
                                        case NODE, MEMBER_GRAPH -> "check.lacking.withWays";
                                        case PAIR, NUMBERED_NODE -> "check.lacking.withoutWays";
                                    },
                                    things)));
        } else if (!poor.isEmpty()) {
            add(
                    false,
                    where(phase),
                    Trouble.of(
                            "check.poorAreas",
                            things,
                            needs(),
                            listed(poor.stream().map(Area::name).toList())));
        }
    }

    /// The content of an area that an episode takes.
    private Phrase needs() {
        int needed = drawing.examplesPerClass();
        return switch (drawing.unit()) {
            case NODE, MEMBER_GRAPH ->
                    Phrase.of("check.needs.classes", drawing.ways(), drawing.unit().phrase(needed));
            case NUMBERED_NODE -> Phrase.of("check.needs.numbers", needed);
            case PAIR -> Phrase.of("check.needs.edges", needed);
        };
    }

    /// Why no episode can be drawn from these areas.
    private Phrase lacking(Phase phase, List<Area> poor) {
        Phrase lane = Lanes.phrase(phase);
        Phrase episodes =
                hasClasses
                        ? Phrase.of("check.episodes.ways", drawing.ways())
                        : Phrase.of("check.episodes");
        return switch (split.kind()) {
            case REGIONS, GRAPHS ->
                    Phrase.of(
                            "check.lacking.areas", episodes, needs(), lane, split.kind().phrase());
            case CLASSES ->
                    switch (drawing.unit()) {
                        case PAIR ->
                                Phrase.of(
                                        "check.lacking.inClasses",
                                        episodes,
                                        needs(),
                                        lane,
                                        Phrase.amount(poor.getFirst().edges().size(), "edge"));
                        case NUMBERED_NODE ->
                                Phrase.of(
                                        "check.lacking.inClasses",
                                        episodes,
                                        needs(),
                                        lane,
                                        poor.getFirst().nodes().length);
                        case NODE, MEMBER_GRAPH ->
                                Phrase.of(
                                        "check.lacking.classes",
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
                    false,
                    "task.target",
                    Trouble.of(
                            "check.noNumber",
                            unanswered.cardinality(),
                            Phrase.amount(graph.nodes(), "node")));
        }
    }

    /// Leaks that are found quickly; `Leakage` looks for the others when a run begins.
    private void checkLeakage() {
        for (Phase later : List.of(Phase.VALIDATION, Phase.TEST)) {
            SharedNodes.of(split, drawing, graph, later)
                    .ifPresent(
                            leak -> add(false, where(later), new Trouble(leak.what(), leak.why())));
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
                        used,
                        "split.regions",
                        Trouble.of(
                                "check.regionOutside", region.name(), listed(outside), lastNode()));
            }
        }
    }

    private List<String> outside(List<Integer> nodes) {
        return nodes.stream()
                .filter(node -> node < 0 || node >= graph.nodes())
                .map(String::valueOf)
                .toList();
    }

    private String lastNode() {
        return Integer.toString(graph.nodes() - 1);
    }

    /// Nodes painted for another task stay for when a person goes back to it.
    private void checkPainted() {
        if (drawing.unit() == Unit.NODE) {
            split.painted().slots().forEach(this::checkPainted);
        } else if (!split.painted().isEmpty()) {
            add(false, EPISODE, Trouble.of("check.paintedNotUsed", drawing.unit().phrase()));
        }
    }

    private void checkPainted(PaintedEpisode.Slot slot) {
        int index = graph.classes().indexOf(slot.className());
        if (index < 0) {
            add(false, EPISODE, noClass(slot.className()));
            return;
        }
        List<Integer> nodes =
                Stream.concat(slot.support().stream(), slot.query().stream()).sorted().toList();
        List<String> outside = outside(nodes);
        if (!outside.isEmpty()) {
            add(
                    false,
                    EPISODE,
                    Trouble.of(
                            "check.paintedOutside", slot.className(), listed(outside), lastNode()));
        }
        List<String> strange =
                nodes.stream()
                        .filter(node -> node >= 0 && node < graph.nodes())
                        .filter(node -> graph.labels()[node] != index)
                        .map(String::valueOf)
                        .toList();
        if (!strange.isEmpty()) {
            add(
                    false,
                    EPISODE,
                    Trouble.of("check.paintedStrange", slot.className(), listed(strange)));
        }
    }

    private static Phrase listed(List<?> names) {
        return Phrase.some(names, MOST_NAMES);
    }

    private static String where(Phase phase) {
        return "split." + phase.name().toLowerCase(Locale.ROOT);
    }
}
