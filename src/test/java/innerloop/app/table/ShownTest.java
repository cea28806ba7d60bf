package innerloop.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.NodeNames;
import innerloop.graph.select.NodeAttribute;
import innerloop.graph.select.NodeAttributes;
import innerloop.graph.select.NodeSet;
import innerloop.io.CsvTable;
import innerloop.math.SparseMatrix;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is shown of a graph with awkward names and values, without a window.
class ShownTest {

    private static final double[] SCORES = {0.5, Double.NaN, -2, 0.1f, 1e9};

    private static final List<String> NAMES = List.of("10", "9", "zoe, \"Z\"", "Ann", "bob\nby");

    private static final AttributedGraph GRAPH =
            new GraphBuilder("g", 5, false)
                    .edge(3, 0, 2.5)
                    .edge(0, 1, 10)
                    .edge(0, 2, 1)
                    .labels(new int[] {1, 0, -1, 1, 0}, List.of("tools", "games"))
                    .names(new NodeNames(NAMES, NAMES))
                    .build();

    private static final NodeAttributes SCORED =
            NodeAttributes.of(GRAPH).with("confidence", new NodeAttribute.Numeric(i -> SCORES[i]));

    @TempDir private Path folder;

    private static Shown nodes(String filter, SortKey... sort) {
        return Shown.nothing().next(NodeRows.of(GRAPH, SCORED), filter, null, List.of(sort));
    }

    private static Shown edges(String filter, SortKey... sort) {
        return Shown.nothing().next(EdgeRows.of(GRAPH), filter, null, List.of(sort));
    }

    private static SortKey up(String column) {
        return new SortKey(column, false);
    }

    private static SortKey down(String column) {
        return new SortKey(column, true);
    }

    @Test
    void withoutWishesAllRowsComeByNumber() {
        assertThat(nodes("").order()).containsExactly(0, 1, 2, 3, 4);
        assertThat(edges("  ").order()).containsExactly(0, 1, 2);
    }

    @Test
    void numbersAreSortedByValueAndUnknownOnesComeLastBothWays() {
        assertThat(nodes("", up("confidence")).order()).containsExactly(2, 3, 0, 4, 1);
        assertThat(nodes("", down("confidence")).order()).containsExactly(4, 0, 3, 2, 1);
        assertThat(nodes("", up("loss")).order()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void namesThatAreNumbersComeByValueAndOthersWithoutRegardToCase() {
        assertThat(nodes("", up("name")).order()).containsExactly(1, 0, 3, 4, 2);
        assertThat(nodes("", down("name")).order()).containsExactly(2, 4, 3, 0, 1);
    }

    @Test
    void noClassComesLastAndEqualsAreSortedByTheNextKey() {
        assertThat(nodes("", up("class")).order()).containsExactly(0, 3, 1, 4, 2);
        assertThat(nodes("", up("class"), down("name")).order()).containsExactly(3, 0, 4, 1, 2);
        assertThat(nodes("", down("class"), up("name")).order()).containsExactly(1, 4, 0, 3, 2);
    }

    @Test
    void sortingAgreesWithASlowOneOnManyEqualValues() {
        int n = 3000;
        SplittableRandom random = new SplittableRandom(5);
        double[] value = random.doubles(n, 0, 40).map(Math::floor).toArray();
        AttributedGraph many = new GraphBuilder("many", n, false).build();
        NodeAttributes said =
                NodeAttributes.of(many).with("loss", new NodeAttribute.Numeric(i -> value[i]));
        Shown shown =
                Shown.nothing().next(NodeRows.of(many, said), "", null, List.of(down("loss")));
        assertThat(shown.order())
                .containsExactly(
                        IntStream.range(0, n)
                                .boxed()
                                .sorted((a, b) -> Double.compare(value[b], value[a]))
                                .mapToInt(i -> i)
                                .toArray());
    }

    @Test
    void aFilterIsAPartOfANameOrAQuery() {
        assertThat(nodes("O").order()).containsExactly(2, 4);
        assertThat(nodes("degree = 1 and not class = games", up("name")).order())
                .containsExactly(1, 2);
        assertThat(nodes("confidence < 1", down("confidence")).order()).containsExactly(0, 3, 2);
        assertThat(nodes("nobody").order()).isEmpty();
    }

    @Test
    void idsHaveAColumnAndAreFoundWhereTheyAreNotTheNames() throws Exception {
        AttributedGraph both =
                new GraphBuilder("both", 3, false)
                        .edge(0, 1)
                        .names(new NodeNames(List.of("Ann", "Bob", "17"), List.of("17", "b8", "9")))
                        .build();
        NodeRows rows = NodeRows.of(both, NodeAttributes.of(both));
        assertThat(rows.columns().stream().map(Column::id)).startsWith("name", "id", "class");
        assertThat(rows.find("b8")).isEqualTo(NodeSet.of(3, 1));
        assertThat(rows.find("id = 17")).isEqualTo(NodeSet.of(3, 0));
        assertThat(rows.find("17")).isEqualTo(NodeSet.of(3, 2));
        Path file = folder.resolve("edges.csv");
        Shown.nothing().next(EdgeRows.of(both), "", null, List.of()).write(file);
        assertThat(file)
                .hasContent(
                        "from,to,from-id,to-id,weight,from-class,to-class\nAnn,Bob,17,b8,1,,\n");
    }

    @Test
    void edgesAreFilteredByTheirOwnColumnsOrByTheNameOfAnEnd() {
        assertThat(edges("weight > 2", down("weight")).order()).containsExactly(0, 2);
        assertThat(edges("to-class = games").order()).containsExactly(2);
        assertThat(edges("ann").order()).containsExactly(2);
        assertThat(edges("", up("to")).order()).containsExactly(0, 2, 1);
    }

    @Test
    void whatIsNotUnderstoodSaysSoAndKeepsTheRows() {
        Shown before = nodes("degree > 2");
        Shown after = before.next(NodeRows.of(GRAPH, SCORED), "degre > 2", null, List.of());
        assertThat(after.problem()).contains("\"degre\" is no attribute").doesNotContain("\n");
        assertThat(after.order()).isEqualTo(before.order()).containsExactly(0);
        assertThat(before.next(EdgeRows.of(GRAPH), "degre > 2", null, List.of()).order())
                .containsExactly(0, 1, 2);
    }

    @Test
    void onlyRowsOfSelectedNodesAreShown() {
        NodeSet some = NodeSet.of(5, 0, 3, 4);
        assertThat(
                        Shown.nothing()
                                .next(NodeRows.of(GRAPH, SCORED), "", some, List.of(up("name")))
                                .order())
                .containsExactly(0, 3, 4);
        assertThat(Shown.nothing().next(EdgeRows.of(GRAPH), "", some, List.of()).order())
                .containsExactly(2);
    }

    @Test
    void aDirectedEdgeStandsAsItLeads() {
        AttributedGraph directed =
                new GraphBuilder("d", 3, true).edge(2, 0).edge(0, 1).edge(1, 1).build();
        EdgeRows rows = EdgeRows.of(directed);
        assertThat(rows.from()).containsExactly(0, 1, 2);
        assertThat(rows.to()).containsExactly(1, 1, 0);
    }

    @Test
    void aFewFeaturesAreColumnsAndAVocabularyIsNot() {
        assertThat(featured(2).columns().stream().map(Column::id)).endsWith("loss", "#0", "#1");
        assertThat(featured(2).column("#1").orElseThrow().text(1)).isEqualTo("0.250");
        assertThat(featured(300).columns().getLast().id()).isEqualTo("loss");
    }

    private static NodeRows featured(int columns) {
        AttributedGraph graph =
                new GraphBuilder("f", 2, false)
                        .features(
                                SparseMatrix.ofTriplets(
                                        2,
                                        columns,
                                        new int[] {1},
                                        new int[] {1},
                                        new double[] {0.25}),
                                List.of())
                        .build();
        return NodeRows.of(graph, NodeAttributes.of(graph));
    }

    @Test
    void aFileHasTheShownRowsQuotedWhereTheyMustBe() throws Exception {
        Path file = folder.resolve("table.csv");
        nodes("confidence < 1e10", down("confidence")).write(file);
        assertThat(Files.readString(file))
                .isEqualTo(
                        """
                        name,class,degree,component,predicted,confidence,loss
                        "bob
                        by",tools,0,1,,1000000000,
                        10,games,3,4,,0.5,
                        Ann,games,1,4,,0.1,
                        "zoe, ""Z\""",,1,4,,-2,
                        """);
        edges("").write(file);
        assertThat(Files.readString(file))
                .isEqualTo(
                        """
                        from,to,weight,from-class,to-class
                        10,9,10,games,tools
                        10,"zoe, ""Z\""",1,games,
                        10,Ann,2.5,games,games
                        """);
    }

    @Test
    void numbersOfAFileReadBackToTheSame() {
        for (double value : new double[] {0, 1, -3, 0.1, 0.1f, 1.0 / 3, 1e300, 4.9E-324, -0.0}) {
            assertThat(Double.parseDouble(CsvTable.number(value)))
                    .satisfiesAnyOf(
                            read -> assertThat(read).isEqualTo(value),
                            read -> assertThat((double) read.floatValue()).isEqualTo(value));
        }
        assertThat(CsvTable.number(0.1f)).isEqualTo("0.1");
        assertThat(CsvTable.number(7)).isEqualTo("7");
        assertThat(CsvTable.number(Double.NaN)).isEmpty();
    }

    @Test
    void aTableOfManyRowsIsSorted() {
        int n = 200_000;
        AttributedGraph large = new GraphBuilder("large", n, false).build();
        Rows rows = NodeRows.of(large, NodeAttributes.of(large));
        Shown shown = Shown.nothing().next(rows, "", null, List.of(down("name")));
        assertThat(shown.order()).startsWith(n - 1, n - 2).endsWith(1, 0);
    }
}
