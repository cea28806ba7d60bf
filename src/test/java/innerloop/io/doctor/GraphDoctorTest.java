package innerloop.io.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import innerloop.experiment.ColumnRole;
import innerloop.experiment.ColumnRole.Table;
import innerloop.experiment.GraphReading;
import innerloop.graph.AttributedGraph;
import innerloop.io.ColumnReport;
import innerloop.io.GraphReaders;
import innerloop.io.ReadProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphDoctorTest {

    private static final String NODES =
            """
            id,party,age,city,label
            1,red,10,Rome,ann
            2,red,20,Oslo,bob
            3,blue,,Rome,cy
            4,blue,30,Oslo,dan
            """;

    private static final String EDGES =
            """
            source,target,weight,day
            1,2,1,5
            2,3,2,5
            3,4,1,7
            4,4,1,9
            """;

    @TempDir private Path folder;
    private Path edges = Path.of("");

    @BeforeEach
    void write() throws IOException {
        edges = folder.resolve("club.csv");
        Files.writeString(edges, EDGES);
        Files.writeString(folder.resolve("club.nodes.csv"), NODES);
    }

    private Diagnosis examine(GraphReading reading) {
        return GraphDoctor.examine(edges, reading, false, new ReadProgress());
    }

    private static AttributedGraph graph(Diagnosis diagnosis) {
        return diagnosis.graph().orElseThrow().graph();
    }

    private static Remedy remedy(Diagnosis diagnosis, String words) {
        return diagnosis.findings().stream()
                .flatMap(finding -> finding.remedies().stream())
                .filter(remedy -> remedy.words().text().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private static GraphReading columns(String name, ColumnRole role) {
        return GraphReading.guessed().with(Table.NODES, name, role);
    }

    @Test
    void saysWhatEachColumnIsTakenFor() {
        assertThat(examine(GraphReading.guessed()).columns())
                .extracting(ColumnReport::table, ColumnReport::name, ColumnReport::role)
                .containsExactly(
                        tuple(Table.NODES, "id", ColumnRole.ID),
                        tuple(Table.NODES, "party", ColumnRole.IGNORED),
                        tuple(Table.NODES, "age", ColumnRole.FEATURE),
                        tuple(Table.NODES, "city", ColumnRole.IGNORED),
                        tuple(Table.NODES, "label", ColumnRole.NAME),
                        tuple(Table.EDGES, "source", ColumnRole.SOURCE),
                        tuple(Table.EDGES, "target", ColumnRole.DESTINATION),
                        tuple(Table.EDGES, "weight", ColumnRole.WEIGHT),
                        tuple(Table.EDGES, "day", ColumnRole.IGNORED));
    }

    @Test
    void saysWhatStandsInAColumn() {
        ColumnReport age = examine(GraphReading.guessed()).columns().get(2);
        assertThat(age.numeric()).isTrue();
        assertThat(age.examples()).containsExactly("10", "20", "30");
        assertThat(age.missing()).isEqualTo(0.25);
        assertThat(age.said()).isFalse();
    }

    @Test
    void aColumnHasTheRoleAPersonSays() {
        AttributedGraph classes = graph(examine(columns("party", ColumnRole.CLASS)));
        assertThat(classes.classes()).containsExactly("blue", "red");
        AttributedGraph hot = graph(examine(columns("city", ColumnRole.ONE_HOT)));
        assertThat(hot.featureNames()).containsExactly("age", "city=Oslo", "city=Rome");
        assertThat(hot.features().get(0, 2)).isEqualTo(1);
        assertThat(hot.features().get(1, 2)).isZero();
        AttributedGraph filled = graph(examine(columns("age", ColumnRole.FILLED)));
        assertThat(filled.features().get(2, 0)).isEqualTo(20);
        assertThat(filled.featureTable().gaps()).isEmpty();
        assertThat(graph(examine(columns("age", ColumnRole.IGNORED))).features().columns())
                .isZero();
        assertThat(graph(examine(columns("city", ColumnRole.NAME))).names())
                .containsExactly("Rome", "Oslo", "Rome", "Oslo");
    }

    @Test
    void theRemediesOfTextLeaveNoProblemBehind() {
        Diagnosis first = examine(GraphReading.guessed());
        assertThat(first.isClean()).isFalse();
        Diagnosis second = examine(remedy(first, "Take 'party' as the class").reading());
        Diagnosis third = examine(remedy(second, "Make 'city' a feature for each value").reading());
        Diagnosis last = examine(remedy(third, "Fill 'age' with its mean").reading());
        assertThat(last.graph().orElseThrow().problems()).isEmpty();
        assertThat(last.isClean()).isTrue();
        assertThat(graph(last).featureNames()).containsExactly("age", "city=Oslo", "city=Rome");
    }

    @Test
    void loopsAndDirectionsGoAtAWord() throws IOException {
        Diagnosis first = examine(GraphReading.guessed());
        assertThat(graph(first).selfLoops()).isEqualTo(1);
        assertThat(graph(examine(remedy(first, "Leave them out").reading())).selfLoops()).isZero();
        Files.writeString(edges, EDGES.replace("source", "#directed\nsource"));
        Diagnosis directed = examine(GraphReading.guessed());
        assertThat(graph(directed).directed()).isTrue();
        AttributedGraph both =
                graph(examine(remedy(directed, "Read all edges as undirected").reading()));
        assertThat(both.directed()).isFalse();
        assertThat(both.adjacency()).isEqualTo(both.adjacency().transpose());
    }

    @Test
    void whatCannotBeReadIsLeftOut() throws IOException {
        Files.writeString(edges, EDGES + "9,1,1,9\n2,,1,9\n1,3,heavy,9\n");
        Diagnosis broken = examine(GraphReading.guessed());
        assertThat(broken.graph()).isEmpty();
        assertThat(broken.findings().getFirst().where()).endsWith("club.csv:6");
        Diagnosis mended = examine(remedy(broken, "Leave out what cannot be read").reading());
        assertThat(graph(mended).edges()).isEqualTo(4);
        assertThat(mended.findings())
                .anySatisfy(finding ->
                        assertThat(finding.what().text())
                                .startsWith("3 places left out that could not be read"));
    }

    @Test
    void anEdgeOfATimeMakesTheGraphGrow() {
        AttributedGraph grown =
                graph(examine(GraphReading.guessed().with(Table.EDGES, "day", ColumnRole.TIME)));
        assertThat(grown.snapshot().orElseThrow().history().steps()).hasSize(3);
        assertThat(grown.edges()).isEqualTo(4);
        assertThat(grown.snapshot().orElseThrow().history().at(1).edges()).isEqualTo(2);
        assertThat(grown.features().get(0, 0)).isEqualTo(10);
    }

    @Test
    void separatorAndHeaderCanBeSaid() throws IOException {
        Path bare = folder.resolve("bare.txt");
        Files.writeString(bare, "a;b\nb;c\n");
        GraphReading commas =
                GraphReading.guessed().withSeparator(GraphReading.Separator.SEMICOLON);
        Diagnosis read = GraphDoctor.examine(bare, commas, false, new ReadProgress());
        assertThat(graph(read).nodes()).isEqualTo(3);
        Diagnosis named =
                GraphDoctor.examine(
                        bare,
                        commas.withHeader(GraphReading.Header.NAMES),
                        false,
                        new ReadProgress());
        assertThat(graph(named).names()).containsExactly("b", "c");
    }

    @Test
    void aRoleThatOneColumnHasIsTakenFromTheOther() {
        GraphReading reading =
                columns("party", ColumnRole.CLASS).with(Table.NODES, "city", ColumnRole.CLASS);
        assertThat(reading.columns()).containsOnlyKeys("city");
    }

    @Test
    void aStoppedReadingEnds() {
        ReadProgress progress = new ReadProgress();
        progress.stop();
        assertThatThrownBy(() -> GraphReaders.read(edges, GraphReading.guessed(), progress))
                .isInstanceOf(ReadProgress.StoppedException.class);
    }

    @Test
    void theProgressEndsAtTheWhole() throws Exception {
        ReadProgress progress = new ReadProgress();
        GraphReaders.read(edges, GraphReading.guessed(), progress);
        assertThat(progress.done()).isEqualTo(1);
    }

    @Test
    void aTargetIsAFeature() {
        Diagnosis diagnosis = examine(columns("age", ColumnRole.TARGET));
        assertThat(diagnosis.target()).contains("age");
        assertThat(graph(diagnosis).featureNames()).isEqualTo(List.of("age"));
    }

    @Test
    void aRuleForNoColumnIsAProblem() {
        Diagnosis diagnosis = examine(columns("agee", ColumnRole.FEATURE));
        assertThat(diagnosis.findings())
                .anySatisfy(finding ->
                        assertThat(finding.what().text())
                                .isEqualTo("there is no column 'agee'; did you mean \"age\"?"));
    }

    @Test
    void numbersMayHaveCommasWhereCellsHaveNone() throws IOException {
        Files.writeString(folder.resolve("club.nodes.csv"), "id;age\n1;1,5\n2;-2,25\n3;3\n4;,5\n");
        AttributedGraph read = graph(examine(GraphReading.guessed()));
        assertThat(read.featureTable().numbers(0)).containsExactly(1.5, -2.25, 3, 0.5);
    }
}
