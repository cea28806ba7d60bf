package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.experiment.ColumnRole;
import innerloop.experiment.GraphReading;
import innerloop.graph.AttributedGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Molecules as SDF and as SMILES.
@SuppressWarnings("NullAway.Init")
class MoleculesTest {

    /// Two molecules of three kinds of atoms, the first a charged one in the plane.
    static final String WATER_AND_ETHANE =
            """
            hydronium
              by hand

              3  2  0  0  0  0  0  0  0  0999 V2000
                0.0000    0.0000    0.0000 O   0  0
                1.0000    0.0000    0.0000 H   0  0
              -10.0000 -100.5000    0.0000 H   0  0
              1  2  1  0
              1  3  1  0
            M  CHG  1   1   1
            M  END
            >  <KIND>  (1)
            ion

            > <mass>
            19.02

            $$$$

              by hand

              2  1  0  0  0  0            999 V2000
                0.0000    0.0000    0.0000 C   0  0
                1.5000    0.0000    0.0000 C   0  0
              1  2  2  0
            M  END
            > <KIND>
            neutral

            > <mass>
            28.05

            $$$$
            """;

    @TempDir Path folder;

    private GraphImport read(String name, String text) throws IOException, GraphFormatException {
        return GraphReaders.read(Files.writeString(folder.resolve(name), text));
    }

    private static GraphReading with(String column, ColumnRole role) {
        return GraphReading.guessed().with(ColumnRole.Table.NODES, column, role);
    }

    @Test
    void atomsAreNodesAndBondsEdges() throws Exception {
        for (String name : List.of("m.sdf", "a file without an ending")) {
            GraphImport read = read(name, WATER_AND_ETHANE);
            AttributedGraph graph = read.graph();
            assertThat(read.format()).isEqualTo("sdf");
            assertThat(graph.nodes()).isEqualTo(5);
            assertThat(graph.graphOf()).containsExactly(0, 0, 0, 1, 1);
            assertThat(graph.names()).containsExactly("O", "H", "H", "C", "C");
            assertThat(graph.featureNames()).containsExactly("O", "H", "C", "charge");
            assertThat(graph.features().get(0, 0)).isEqualTo(1);
            assertThat(graph.features().get(0, 3)).isEqualTo(1);
            assertThat(graph.features().get(1, 3)).isZero();
            assertThat(graph.edges()).isEqualTo(3);
            assertThat(graph.adjacency().get(3, 4)).as("a double bond").isEqualTo(2);
            assertThat(read.problems()).isEmpty();
        }
    }

    @Test
    void flatMoleculesLieSideBySide() throws Exception {
        float[] xy = Objects.requireNonNull(read("m.sdf", WATER_AND_ETHANE).graph().positions());
        assertThat(xy[2] - xy[0]).isEqualTo(1);
        assertThat(xy[5] - xy[1]).as("down in the file is down in the window").isEqualTo(100.5f);
        assertThat(xy[6]).isGreaterThan(Math.max(xy[0], xy[2]) + 1);
        String deep =
                WATER_AND_ETHANE.replace(
                        "1.5000    0.0000    0.0000 C", "1.5000    0.0000    0.3000 C");
        assertThat(read("deep.sdf", deep).graph().positions()).isNull();
    }

    @Test
    void aFieldIsTheClass() throws Exception {
        Path file = Files.writeString(folder.resolve("m.sdf"), WATER_AND_ETHANE);
        GraphImport guessed = GraphReaders.read(file);
        assertThat(guessed.graph().graphClasses()).as("two molecules of two kinds").isEmpty();
        assertThat(guessed.columns())
                .extracting(ColumnReport::name, ColumnReport::role)
                .contains(org.assertj.core.api.Assertions.tuple("KIND", ColumnRole.IGNORED));
        GraphImport said =
                GraphReaders.read(file, with("KIND", ColumnRole.CLASS), new ReadProgress());
        assertThat(said.graph().graphClasses()).containsExactly("ion", "neutral");
        assertThat(said.graph().graphLabels()).containsExactly(0, 1);
        AttributedGraph twice = read("t.sdf", WATER_AND_ETHANE + WATER_AND_ETHANE).graph();
        assertThat(twice.graphs()).isEqualTo(4);
        assertThat(twice.graphClasses())
                .as("the only field whose values are shared is the mass, or the kind")
                .isEmpty();
        AttributedGraph smiles = read("s.csv", "smiles,active\nC,1\nCC,0\nCCC,1\nCCCC,0\n").graph();
        assertThat(smiles.graphLabels()).containsExactly(1, 0, 1, 0);
    }

    @Test
    void smilesAreMoleculesToo() throws Exception {
        GraphImport read = read("m.smi", "c1ccncc1 pyridine\nC[N+](C)(C)C.[Cl-] salt\nN#CC=O x\n");
        AttributedGraph graph = read.graph();
        assertThat(graph.graphs()).isEqualTo(3);
        assertThat(graph.nodes()).isEqualTo(6 + 6 + 4);
        assertThat(graph.edges()).isEqualTo(6 + 4 + 3);
        assertThat(graph.adjacency().get(0, 1)).isEqualTo(Molecules.AROMATIC);
        assertThat(graph.featureNames())
                .containsExactly("C", "N", "Cl", "O", "charge", "hydrogens");
        assertThat(graph.features().get(0, 5)).as("hydrogens of CH").isEqualTo(1);
        assertThat(graph.features().get(7, 4)).as("charge of N+").isEqualTo(1);
        assertThat(graph.features().get(6, 5)).as("hydrogens of CH3").isEqualTo(3);
        assertThat(graph.adjacency().get(12, 13)).as("a triple bond").isEqualTo(3);
        assertThat(graph.positions()).isNull();
    }

    @Test
    void whatCannotBeReadIsLeftOutWhereSomebodySaysSo() throws Exception {
        Path file = Files.writeString(folder.resolve("m.smi"), "CC\nC1C\nCCC\n");
        GraphImport read =
                GraphReaders.read(
                        file, GraphReading.guessed().withSkipping(true), new ReadProgress());
        assertThat(read.graph().graphs()).isEqualTo(2);
        assertThat(read.problems()).singleElement().extracting(Problem::line).isEqualTo(2);
        String broken = WATER_AND_ETHANE.replaceFirst("  1  3  1  0", "  1  7  1  0");
        Path sdf = Files.writeString(folder.resolve("m.sdf"), broken);
        AttributedGraph rest =
                GraphReaders.read(
                                sdf, GraphReading.guessed().withSkipping(true), new ReadProgress())
                        .graph();
        assertThat(rest.names()).containsExactly("C", "C");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    '  1  3  1  0'         | '  1  4  1  0'         | m.sdf:9: the molecule has no such atom; atoms are counted from 1 to 3
                    '  3  2  0'            | '  x  2  0'            | m.sdf:4: here should stand how many atoms
                    '1.0000    0.0000    ' | '1.0000    no        ' | m.sdf:6: here should stand an atom
                    'V2000'                | 'V3000'                | m.sdf:4: the molecule is written in the form V3000; save it as V2000
                    'CHG  1   1   1'       | 'CHG  1   9   1'       | m.sdf:10: the molecule has no such atom
                    """)
    void brokenMoleculesAreRefusedWithTheirPlace(String good, String bad, String said)
            throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("m.sdf"), WATER_AND_ETHANE.replaceFirst(good, bad));
        assertThatThrownBy(() -> GraphReaders.read(file))
                .isInstanceOf(GraphFormatException.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CC~C1CC~      | m.smi:2: 'C1CC' is no SMILES
                    CC~Xx~        | m.smi:2: 'Xx' is no SMILES
                    CC~C(C~       | m.smi:2: 'C(C' is no SMILES
                    smiles,y~,1~  | m.smi:2: '' is no SMILES
                    """)
    void brokenSmilesAreRefusedWithTheirPlace(String text, String said) throws IOException {
        Path file = Files.writeString(folder.resolve("m.smi"), text.replace('~', '\n'));
        assertThatThrownBy(() -> GraphReaders.read(file))
                .isInstanceOf(GraphFormatException.class)
                .hasMessageContaining(said);
    }
}
