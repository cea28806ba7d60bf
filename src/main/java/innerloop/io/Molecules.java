package innerloop.io;

import innerloop.experiment.ColumnRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Molecules while they are being read: member graphs whose nodes are atoms and whose edges are bonds.
///
/// An atom is called by the symbol of its element, which is a feature; so is its charge, and what else is known of all atoms. A bond's
/// weight is its order: 1, 2, 3, of an aromatic one 1.5. The class of a molecule is one of its fields: the one a person said, else the
/// first of [#CLASS_NAMES] that has kinds, else the only one that has.
final class Molecules {

    /// The weight of an aromatic bond.
    static final double AROMATIC = 1.5;

    private static final List<String> CLASS_NAMES =
            List.of("class", "label", "activity", "active", "target", "category", "type", "y");

    private final CollectionParts parts;
    private final List<String> numbers;
    private final SequencedMap<String, Integer> elements = new LinkedHashMap<>();
    private final List<String> symbols = new ArrayList<>();
    private final List<SequencedMap<String, String>> fields = new ArrayList<>();
    private final MoleculePlaces places = new MoleculePlaces();

    /// @param numbers names of the numbers that each atom has
    Molecules(Path file, GraphFormat format, List<String> numbers) {
        this.parts = new CollectionParts(file, GraphReaders.graphName(file), format);
        this.numbers = List.copyOf(numbers);
    }

    /// An atom.
    ///
    /// @param element its symbol
    /// @param numbers as many as have names
    record Atom(String element, double[] numbers, double x, double y, double z) {}

    /// A bond between two atoms of the same molecule, counted from 0.
    record Bond(int from, int to, double order) {}

    /// A further molecule; one without atoms is left out.
    ///
    /// @param described its fields
    void add(List<Atom> atoms, List<Bond> bonds, SequencedMap<String, String> described)
            throws GraphFormatException {
        if (atoms.isEmpty()) {
            return;
        }
        int first = parts.nodes();
        int member = parts.members();
        parts.member("");
        for (Atom atom : atoms) {
            int tag = elements.computeIfAbsent(atom.element, _ -> elements.size());
            parts.node(member, tag, atom.numbers);
            symbols.add(atom.element);
        }
        places.add(atoms);
        bonds.forEach(bond -> parts.edge(first + bond.from, first + bond.to, bond.order));
        fields.add(described);
    }

    /// The collection.
    ///
    /// @param problems of the file so far
    GraphImport build(List<Problem> problems) throws GraphFormatException {
        problems.forEach(parts::warn);
        List<String> names = List.copyOf(elements.sequencedKeySet());
        parts.names(names::get, numbers::get);
        SequencedMap<String, ColumnReport> reports = new LinkedHashMap<>();
        fields.forEach(
                each -> each.keySet().forEach(name -> reports.putIfAbsent(name, tally(name))));
        Map<String, ColumnRole> said = CurrentReading.get().rules().columns();
        Optional<String> classes =
                said.entrySet().stream()
                        .filter(each -> each.getValue() == ColumnRole.CLASS)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .or(() -> guess(reports, said));
        List<ColumnReport> columns =
                reports.values().stream()
                        .map(report ->
                                report.as(
                                        classes.filter(report.name()::equals).isPresent()
                                                ? ColumnRole.CLASS
                                                : ColumnRole.IGNORED,
                                        said.containsKey(report.name())))
                        .toList();
        parts.classes(
                fields.stream()
                        .map(each -> classes.map(name -> each.getOrDefault(name, "")).orElse(""))
                        .toList(),
                TableGaps.NONE.with(columns));
        return parts.build(builder -> {
            builder.names(symbols);
            places.positions().ifPresent(builder::positions);
        });
    }

    private ColumnReport tally(String name) {
        ColumnReport.Tally tally = new ColumnReport.Tally();
        fields.forEach(each -> tally.add(each.getOrDefault(name, "")));
        return tally.report(
                ColumnRole.Table.NODES, name, ColumnRole.IGNORED, false, tally.numeric());
    }

    /// The field whose values are kinds: at least half of the molecules have one, and each is that of two or more on average.
    private Optional<String> guess(
            Map<String, ColumnReport> reports, Map<String, ColumnRole> said) {
        List<ColumnReport> kinds =
                reports.values().stream()
                        .filter(report -> !said.containsKey(report.name()))
                        .filter(report ->
                                report.hasKinds()
                                        && report.missing() <= 0.5
                                        && 2 * report.distinct()
                                                <= (1 - report.missing()) * fields.size())
                        .toList();
        return CLASS_NAMES.stream()
                .flatMap(name ->
                        kinds.stream()
                                .filter(report ->
                                        report.name().toLowerCase(Locale.ROOT).equals(name)))
                .map(ColumnReport::name)
                .findFirst()
                .or(() ->
                        Optional.of(kinds)
                                .filter(all -> all.size() == 1)
                                .map(all -> all.getFirst().name()));
    }
}
