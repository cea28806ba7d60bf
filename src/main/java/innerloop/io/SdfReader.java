package innerloop.io;

import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.StringJoiner;

/// Reads molecules from an SD file, or one from a molfile (V2000):
///
///     a name, and two lines of whatever
///      25 28  0 …                 V2000      how many atoms and bonds
///         0.2640    2.1660    0.0190 C …     an atom: its place and its element
///       1  2  2 …                            a bond: two atoms, counted from 1, and its type
///     M  CHG  1   7   1                      charges: how many, atom and charge in turn
///     M  END
///     > <ACTIVITY>                           a field of the molecule, and its text up to an empty line
///     7.8
///
///     $$$$
///
/// What becomes of them says [Molecules]. Types of bonds other than 1 to 4 (aromatic) weigh 1.
public final class SdfReader implements GraphReader {

    private static final String END = "$$$$";
    private static final String CHARGES = "M  CHG";

    /// Lines before the counts.
    private static final int HEADING = 3;

    @Override
    public GraphImport read(Path path) throws GraphFormatException {
        Molecules molecules = new Molecules(path, GraphFormat.SDF, List.of("charge"));
        List<Problem> problems = new ArrayList<>();
        Skipped skipped = new Skipped(path, problems);
        try (LineScanner lines = new LineScanner(path)) {
            Reading reading = new Reading(lines, molecules);
            while (reading.begins()) {
                skipped.unlessBroken(reading::molecule);
                reading.leave();
            }
        }
        skipped.report();
        return molecules.build(problems);
    }

    /// One reading of one file.
    private static final class Reading {

        private final LineScanner lines;
        private final Molecules molecules;
        private boolean ended;

        Reading(LineScanner lines, Molecules molecules) {
            this.lines = lines;
            this.molecules = molecules;
        }

        /// Goes to the line of counts of the next molecule, if there is one; a file may end with empty lines.
        boolean begins() throws GraphFormatException {
            ended = false;
            boolean empty = true;
            for (int k = 0; k <= HEADING; k++) {
                if (lines.next()) {
                    empty &= lines.text().isBlank();
                } else if (empty) {
                    return false;
                } else {
                    throw cutOff("sdf.heading");
                }
            }
            return true;
        }

        void molecule() throws GraphFormatException {
            String counts = lines.text();
            if (counts.contains("V3000")) {
                throw lines.lineProblem(Trouble.of("sdf.v3000")).exception();
            }
            double[] numbers = numbers(counts, "sdf.counts", 0, 3, 6);
            int atoms = (int) numbers[0];
            int bonds = (int) numbers[1];
            List<Molecules.Atom> drawn = new ArrayList<>();
            for (int k = 0; k < atoms; k++) {
                drawn.add(atom(line("sdf.atom")));
            }
            List<Molecules.Bond> joined = new ArrayList<>();
            for (int k = 0; k < bonds; k++) {
                joined.add(bond(line("sdf.bond"), atoms));
            }
            SequencedMap<String, String> fields = new LinkedHashMap<>();
            while (!ended && lines.next()) {
                String line = lines.text();
                ended = line.startsWith(END);
                if (line.startsWith(CHARGES) && fields.isEmpty()) {
                    charge(line, drawn);
                } else if (line.startsWith(">")) {
                    fields.put(name(line), text());
                }
            }
            molecules.add(drawn, joined, fields);
        }

        /// Passes over the rest of a molecule that could not be read.
        void leave() throws GraphFormatException {
            while (!ended && lines.next()) {
                ended = lines.text().startsWith(END);
            }
        }

        private Molecules.Atom atom(String line) throws GraphFormatException {
            double[] place = numbers(line, "sdf.atom", 0, 10, 20, 30);
            String element =
                    line.length() > 31
                            ? line.substring(31, Math.min(34, line.length())).strip()
                            : "";
            if (element.isEmpty()) {
                throw wrong("sdf.atom");
            }
            return new Molecules.Atom(element, new double[1], place[0], place[1], place[2]);
        }

        private Molecules.Bond bond(String line, int atoms) throws GraphFormatException {
            double[] bond = numbers(line, "sdf.bond", 0, 3, 6, 9);
            if (bond[0] < 1 || bond[1] < 1 || bond[0] > atoms || bond[1] > atoms) {
                throw lines.lineProblem(Trouble.of("sdf.noAtom", atoms)).exception();
            }
            double order =
                    bond[2] == 4 ? Molecules.AROMATIC : bond[2] >= 1 && bond[2] <= 3 ? bond[2] : 1;
            return new Molecules.Bond((int) bond[0] - 1, (int) bond[1] - 1, order);
        }

        /// Pairs of an atom and its charge.
        private void charge(String line, List<Molecules.Atom> atoms) throws GraphFormatException {
            String[] words = line.substring(CHARGES.length()).strip().split("\\s+");
            for (int k = 1; k + 1 < words.length; k += 2) {
                double atom = Decimals.parse(words[k]);
                double charge = Decimals.parse(words[k + 1]);
                if (!(atom >= 1 && atom <= atoms.size()) || !Double.isFinite(charge)) {
                    throw lines.lineProblem(Trouble.of("sdf.noAtom", atoms.size())).exception();
                }
                atoms.get((int) atom - 1).numbers()[0] = charge;
            }
        }

        /// What stands in angle brackets.
        private static String name(String line) {
            int from = line.indexOf('<');
            int to = line.lastIndexOf('>');
            return from >= 0 && to > from ? line.substring(from + 1, to).strip() : line.strip();
        }

        /// The lines up to an empty one.
        private String text() throws GraphFormatException {
            StringJoiner text = new StringJoiner(" ");
            while (lines.next() && !lines.text().isBlank()) {
                if (lines.text().startsWith(END)) {
                    ended = true;
                    break;
                }
                text.add(lines.text().strip());
            }
            return text.toString();
        }

        private String line(String what) throws GraphFormatException {
            if (!lines.next()) {
                throw cutOff(what);
            }
            return lines.text();
        }

        /// Numbers that stand in columns of this line, each up to the next.
        private double[] numbers(String line, String what, int... columns)
                throws GraphFormatException {
            double[] numbers = new double[columns.length - 1];
            for (int k = 0; k < numbers.length; k++) {
                int to = Math.min(columns[k + 1], line.length());
                String text = columns[k] < to ? line.substring(columns[k], to).strip() : "";
                numbers[k] = Decimals.parse(text);
                if (!Double.isFinite(numbers[k])) {
                    throw wrong(what);
                }
            }
            return numbers;
        }

        private GraphFormatException wrong(String what) throws GraphFormatException {
            return lines.lineProblem(Trouble.of("sdf.here", Phrase.of(what))).exception();
        }

        private GraphFormatException cutOff(String what) {
            return lines.lineProblem(Trouble.of("text.cutOff", Phrase.of(what))).exception();
        }
    }
}
