package innerloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// `import` says what a graph is: classes, columns, weights, and which files were read and which not.
@SuppressWarnings("NullAway.Init")
class ImportCommandTest {

    private static final Path SAMPLES = Path.of("sample-graphs").toAbsolutePath();

    @TempDir Path folder;

    private void file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Spoken say(String... arguments) {
        return Spoken.by(Main.commandLine(), folder, arguments);
    }

    private void makePair(String edges, String nodes) throws IOException {
        file(edges, "source,target,weight\nann,bob,2\nbob,eva,0.5\nbob,eva,1\n");
        file(
                nodes,
                """
                id,class,age,income,town,member
                ann,red,41,32000,Bern,1
                bob,blue,,28000,Ulm,1
                eva,,29,30000,Ulm,1
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "pair/edges.csv, pair/nodes.csv, pair",
        "edges.csv, nodes.csv, edges.csv",
        "my_edges.csv, my_nodes.csv, my_edges.csv",
        "my.csv, my.nodes.csv, my.csv"
    })
    void aPairOfTablesIsOneGraph(String edges, String nodes, String path) throws IOException {
        makePair(edges, nodes);
        Spoken said = say("import", path);
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out())
                .contains(
                        "3 nodes, 2 undirected edges",
                        "1 repeated edge, weights 1.5 … 2",
                        "classes: 2 (blue 1, red 1); 1 node without class",
                        "age: whole numbers, 29 … 41, missing for 33.3 % of nodes",
                        "income: whole numbers, 28000 … 32000, dwarfs the other columns",
                        "member: always 1",
                        "town: text, not used",
                        "read: %s, %s"
                                .formatted(
                                        Path.of(edges).getFileName(),
                                        Path.of(nodes).getFileName()));
    }

    @Test
    void theSameAsJson() throws IOException {
        makePair("edges.csv", "nodes.csv");
        file("labels.csv", "ann,1\n");
        JsonNode said = say("import", "edges.csv", "--json").json();
        assertThat(said.at("/weights/least").asDouble()).isEqualTo(1.5);
        assertThat(said.at("/classSizes/0").toString()).isEqualTo("{\"name\":\"blue\",\"size\":1}");
        assertThat(said.at("/withoutClass").asInt()).isEqualTo(1);
        assertThat(said.at("/columns/1").toString())
                .isEqualTo(
                        "{\"name\":\"income\",\"type\":\"whole\",\"least\":28000.0,"
                                + "\"most\":32000.0,\"missing\":0.0,\"note\":\"dominating\"}");
        assertThat(said.at("/columns/0/missing").asDouble()).isEqualTo(1 / 3.0);
        assertThat(said.at("/columns/2/note").asString()).isEqualTo("constant");
        assertThat(said.at("/columns/3/type").asString()).isEqualTo("text");
        assertThat(said.at("/files").toString())
                .isEqualTo("{\"read\":[\"edges.csv\",\"nodes.csv\"],\"unread\":[\"labels.csv\"]}");
    }

    @Test
    void classesOfMemberGraphsAreCounted() {
        Spoken said = say("import", SAMPLES.resolve("shapes").toString());
        assertThat(said.out())
                .contains("member graphs: 240", "classes of member graphs: 12 (shape A 20, ")
                .contains("0 member graphs without class")
                .doesNotContain("not read");
        JsonNode json = say("import", SAMPLES.resolve("shapes").toString(), "--json").json();
        assertThat(json.at("/graphClasses").size()).isEqualTo(12);
    }

    @Test
    void aCollectionOfTuIsReadByItsFolderOrItsEdges() throws IOException {
        file("tu/MUTAG_A.txt", "1, 2\n2, 3\n");
        file("tu/MUTAG_graph_indicator.txt", "1\n1\n1\n");
        file("tu/MUTAG_graph_labels.txt", "1\n");
        for (String path : List.of("tu", "tu/MUTAG_A.txt")) {
            assertThat(say("import", path).out())
                    .contains("MUTAG (tu): 3 nodes", "member graphs: 1", "MUTAG_graph_indicator");
        }
    }

    @Test
    void planetoidFilesAreKnown() throws IOException {
        file("p/ind.cora.graph", "\0");
        file("p/ind.cora.allx", "cos\nsystem\n(S'true'\ntR.");
        assertThat(say("import", "p").err()).contains("ind.cora.allx", "os.system", "only arrays");
    }

    @Test
    void anUnknownEndingIsReadByItsContent() throws IOException {
        file("pairs.net", "# a comment\n1 2\n2 3\n");
        assertThat(say("import", "pairs.net").out()).contains("(csv): 3 nodes");
        Files.copy(SAMPLES.resolve("karate.graphml"), folder.resolve("karate"));
        assertThat(say("import", "karate").out()).contains("(graphml): 34 nodes");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nothingIsTakenFromAPipeToLookAtIt() {
        assertThat(say("import", "/dev/null").err()).contains("neither ending nor contents");
    }

    @Test
    void aGraphInJsonIsNoMisspeltExperiment() throws IOException {
        file("g.json", "{\"directed\": false, \"nodes\": [{\"id\": 1}], \"links\": []}");
        Spoken said = say("run", "g.json");
        assertThat(said.err())
                .contains("this is a graph in JSON", "open it in the window")
                .doesNotContain("did you mean");
        assertThat(said.code()).isEqualTo(CommandLineRunner.BAD_INPUT);
    }
}
