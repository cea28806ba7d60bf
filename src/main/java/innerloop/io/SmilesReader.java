package innerloop.io;

import innerloop.phrase.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import uk.ac.ebi.beam.Atom;
import uk.ac.ebi.beam.Bond;
import uk.ac.ebi.beam.Edge;
import uk.ac.ebi.beam.Graph;

/// Reads molecules as a table of SMILES: a molecule in each row, `CC(=O)Oc1ccccc1C(=O)O`, with what else is known of it. The column is
/// the one whose name ends in `smiles`, else the first of a table without a header.
///
/// What becomes of them says [Molecules]; hydrogen atoms that a SMILES implies are no nodes but a number of the atom that has them. A
/// row may hold several molecules (a salt): it is one member graph all the same.
public final class SmilesReader implements GraphReader {

    @Override
    public GraphImport read(Path path) throws GraphFormatException {
        Molecules molecules =
                new Molecules(path, GraphFormat.SMILES, List.of("charge", "hydrogens"));
        List<Problem> problems = new ArrayList<>();
        Skipped skipped = new Skipped(path, problems);
        try (CsvRows rows = new CsvRows(path)) {
            CsvRows.Row first = rows.next();
            if (first == null) {
                throw Problem.ofFile(path, Trouble.of("smiles.none")).exception();
            }
            int named =
                    IntStream.range(0, first.fields().size())
                            .filter(c -> first.field(c).toLowerCase(Locale.ROOT).endsWith("smiles"))
                            .findFirst()
                            .orElse(-1);
            List<String> names = named >= 0 ? first.fields() : List.of();
            int column = Math.max(named, 0);
            for (CsvRows.Row row = named >= 0 ? rows.next() : first;
                    row != null;
                    row = rows.next()) {
                CsvRows.Row own = row;
                skipped.unlessBroken(
                        () -> add(path, own, column, fields(own, column, names), molecules));
            }
        }
        skipped.report();
        return molecules.build(problems);
    }

    /// The other cells of a row by the names of their columns, `#1`, `#2`, … without names.
    private static SequencedMap<String, String> fields(
            CsvRows.Row row, int column, List<String> names) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        for (int c = 0; c < row.fields().size(); c++) {
            if (c != column) {
                fields.put(c < names.size() ? names.get(c) : "#" + c, row.field(c));
            }
        }
        return fields;
    }

    private static void add(
            Path file,
            CsvRows.Row row,
            int column,
            SequencedMap<String, String> fields,
            Molecules molecules)
            throws GraphFormatException {
        Graph molecule = parse(file, row, column);
        List<Molecules.Atom> atoms = new ArrayList<>();
        for (int v = 0; v < molecule.order(); v++) {
            Atom atom = molecule.atom(v);
            double[] numbers = {atom.charge(), molecule.implHCount(v)};
            atoms.add(new Molecules.Atom(atom.element().symbol(), numbers, 0, 0, 0));
        }
        List<Molecules.Bond> bonds = new ArrayList<>();
        for (Edge edge : molecule.edges()) {
            int from = edge.either();
            int to = edge.other(from);
            bonds.add(new Molecules.Bond(from, to, order(molecule, from, to, edge.bond())));
        }
        molecules.add(atoms, bonds, fields);
    }

    private static Graph parse(Path file, CsvRows.Row row, int column) throws GraphFormatException {
        String text = row.field(column);
        try {
            Graph molecule = Graph.fromSmiles(text);
            if (molecule.order() > 0) {
                return molecule;
            }
            throw new IOException("no atom");
        } catch (IOException | RuntimeException e) {
            // The library throws unchecked exceptions, too, of texts that are no SMILES.
            String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw Problem.ofText(
                            file,
                            row.line(),
                            row.columnOf(column),
                            text,
                            Trouble.of("smiles.broken", Problem.shortened(text), said))
                    .exception();
        }
    }

    /// Between two aromatic atoms a bond that is not written is aromatic.
    private static double order(Graph molecule, int from, int to, Bond bond) {
        boolean aromatic =
                bond == Bond.AROMATIC
                        || bond == Bond.IMPLICIT_AROMATIC
                        || (bond == Bond.IMPLICIT
                                && molecule.atom(from).aromatic()
                                && molecule.atom(to).aromatic());
        return aromatic ? Molecules.AROMATIC : Math.max(1, bond.order());
    }
}
