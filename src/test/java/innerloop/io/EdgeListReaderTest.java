package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import innerloop.graph.AttributedGraph;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EdgeListReaderTest {

    @TempDir Path folder;

    private AttributedGraph read(String text) throws Exception {
        return GraphReaders.read(Files.writeString(folder.resolve("g.csv"), text)).graph();
    }

    private GraphFormatException failure(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("g.csv"), text);
        return catchThrowableOfType(GraphFormatException.class, () -> GraphReaders.read(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0,1,2.5\n1,2,1\n",
                "0;1;2.5\n1;2;1",
                "0;1;2,5\r\n1;2;1,0\r\n",
                "0\t1\t2.5\n1\t2\t1\n",
                "0 1 2.5\n\n  1   2 1\n",
                "\uFEFF0,1,2.5\n1,2,1\n",
                "source,target,weight\n0,1,2.5\n1,2,1\n",
                "\uFEFFSource;Target;Weight\n0;1;2.5\n1;2;1\n",
                "weight,to,from\n2.5,1,0\n1,2,1\n",
                "\"from\",\"to\",\"weight\"\n\"0\",\"1\",\"2.5\"\n1, 2 , 1\n",
                "# Undirected graph: g\n# a b\n0,1,2.5\n1,2,1\n",
                "% sym weighted\n% 2 3 3\n0 1 2.5\n# odd\n1 2 1\n",
                "user,friend,value\n0,1,2.5\n1,2,1\n"
            })
    void variants(String text) throws Exception {
        AttributedGraph graph = read(text);
        assertThat(graph.directed()).isFalse();
        assertThat(graph.nodes()).isEqualTo(3);
        assertThat(graph.edges()).isEqualTo(2);
        assertThat(graph.names()).containsExactly("0", "1", "2");
        assertThat(graph.adjacency().get(1, 0)).isEqualTo(2.5);
        assertThat(graph.adjacency().get(1, 2)).isEqualTo(1);
    }

    @Test
    void wholeNumbersWithoutGapsKeepTheirOrder() throws Exception {
        AttributedGraph oneBased = read("3,1\n2,3\n");
        assertThat(oneBased.names()).containsExactly("1", "2", "3");
        assertThat(oneBased.adjacency().get(2, 0)).isEqualTo(1);
        assertThat(oneBased.adjacency().get(1, 2)).isEqualTo(1);
        AttributedGraph gaps = read("30,10\n10,7\n");
        assertThat(gaps.names()).containsExactly("30", "10", "7");
        assertThat(read("1 0\n").names()).containsExactly("0", "1");
    }

    @Test
    void namesInOrderOfAppearance() throws Exception {
        AttributedGraph graph = read("Zoë,\"Smith, John\"\n\"Smith, John\",日本\n");
        assertThat(graph.names()).containsExactly("Zoë", "Smith, John", "日本");
        assertThat(graph.adjacency().get(0, 1)).isEqualTo(1);
        assertThat(read("a b\nb a b\n").names()).containsExactly("a", "b");
    }

    @Test
    void aThirdColumnOfWordsIsAProblem() throws Exception {
        Path file = Files.writeString(folder.resolve("g.csv"), "a,b,likes\nb,c,knows\n");
        assertThat(GraphReaders.read(file).problems())
                .extracting(Problem::message)
                .containsExactly(
                        file
                                + ":1: the third column is not a number and not used; name the"
                                + " columns in a header: source, target, weight");
    }

    @Test
    void directions() throws Exception {
        assertThat(read("# Directed graph\n0 1\n").directed()).isTrue();
        AttributedGraph gephi = read("Source,Target,Type,Id\na,b,Directed,0\nb,c,Directed,1\n");
        assertThat(gephi.directed()).isTrue();
        assertThat(gephi.edges()).isEqualTo(2);
        AttributedGraph mixed = read("Source,Target,Type\na,b,Undirected\nb,c,Directed\n");
        assertThat(mixed.directed()).isTrue();
        assertThat(mixed.edges()).isEqualTo(3);
        assertThat(read("Source,Target,Type\na,b,Undirected\n").directed()).isFalse();
    }

    @Test
    void nodesBesideTheEdges() throws Exception {
        Files.writeString(
                folder.resolve("g.nodes.csv"),
                "id;label;class;age;home\n7;Ann;x;3;Rome\n5;;;;\n9;Cy;y;1.5;Bern\n");
        GraphImport read =
                GraphReaders.read(Files.writeString(folder.resolve("g.csv"), "9,7\n7,7\n"));
        AttributedGraph graph = read.graph();
        assertThat(graph.names()).containsExactly("Ann", "5", "Cy");
        assertThat(graph.nodeNames().ids()).containsExactly("7", "5", "9");
        assertThat(graph.labels()).containsExactly(0, -1, 1);
        assertThat(graph.featureNames()).containsExactly("age");
        assertThat(graph.features().get(2, 0)).isEqualTo(1.5);
        assertThat(graph.adjacency().get(0, 2)).isEqualTo(1);
        assertThat(read.problems())
                .extracting(Problem::message)
                .isEqualTo(
                        List.of(
                                folder.resolve("g.nodes.csv")
                                        + ":3: 'age' is empty for 1 node and read as 0; fill in the"
                                        + " missing numbers",
                                folder.resolve("g.nodes.csv")
                                        + ": text is not used: 'home'; name the column 'class' if"
                                        + " it holds the classes"));
        assertThat(failure("7,8\n"))
                .hasMessage(
                        folder.resolve("g.csv")
                                + ":1: '8' is not a node of g.nodes.csv; add it there or delete the"
                                + " edge");
    }

    @Test
    void blanksAndCommentSignsInQuotesBelongToTheName() throws Exception {
        AttributedGraph graph =
                read("\"from\" , \"to \"\n\" ann\", bob \n\"# 1\",\"bob\"\n # 2,bob\n");
        assertThat(graph.names()).containsExactly(" ann", "bob", "# 1");
    }

    @Test
    void brokenNodeTables() throws Exception {
        Path nodes = folder.resolve("g.nodes.csv");
        Files.writeString(nodes, "name,class\na,b\n");
        assertThat(failure("a,b\n"))
                .hasMessage(nodes + ":1: the header has no column 'id'; add the nodes' ids");
        Files.writeString(nodes, "id,class\na,b\na,c\n");
        assertThat(failure("a,b\n"))
                .hasMessage(nodes + ":3: the node id 'a' is used twice; give each node its own id");
        Files.writeString(nodes, "id,age\na,1\nb,inf\n");
        assertThat(failure("a,b\n"))
                .hasMessage(
                        nodes
                                + ":3: 'inf' in 'age' is not a finite number; replace it by a"
                                + " number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    `0,1\\n2\\n`          | 2 | 0 | :2: the edge has no target; write 'source,target' or 'source,target,weight'
                    `0,1\\n,2\\n`         | 2 | 1 | :2: the edge has no source; write 'source,target' or 'source,target,weight'
                    `0,1,1\\n12,2,much\\n`| 2 | 6 | :2: 'much' is not a finite weight; write it like 0.5, or leave the column out
                    `0,1,1\\n1,2,inf\\n`  | 2 | 5 | :2: 'inf' is not a finite weight; write it like 0.5, or leave the column out
                    `a,"b\\nc,d\\n`        | 0 | 0 | : the table is broken: Unclosed quoted field at end of input (record starting at line 1); check the quotes
                    `# only\\n`           | 0 | 0 | : the graph has no nodes; add one row per edge
                    `source,target\\n`    | 0 | 0 | : the graph has no nodes; add one row per edge
                    """)
    void malformed(String text, int line, int column, String message) throws IOException {
        GraphFormatException e = failure(text.replace("\\n", "\n"));
        assertThat(e).hasMessage(folder.resolve("g.csv") + message);
        assertThat(e.line()).isEqualTo(line);
        assertThat(e.column()).isEqualTo(column);
    }

    @Test
    void otherEncodings() throws IOException {
        Path file = folder.resolve("g.csv");
        Files.writeString(file, "Zoë,b\n", StandardCharsets.ISO_8859_1);
        GraphFormatException e =
                catchThrowableOfType(GraphFormatException.class, () -> GraphReaders.read(file));
        assertThat(e).hasMessage(file + ": the text is not UTF-8; save it as UTF-8");
    }

    @Test
    void theSummaryIsJson() throws Exception {
        Path file = Files.writeString(folder.resolve("g.edges"), "a a\nb c\nb c\n");
        String json = new JsonMapper().writeValueAsString(GraphReaders.read(file).summary());
        assertThat(json)
                .isEqualToIgnoringWhitespace(
                        """
                        {"format": "csv", "nodes": 3, "edges": 2, "directed": false, "selfLoops": 1,
                         "parallelEdges": 1, "weights": null, "isolated": 1, "components": 2, "features": 0, "columns": [],
                         "roles": [
                           {"table": "edges", "name": "#0", "role": "source", "said": false, "numeric": false,
                            "examples": ["a", "b"], "distinct": 2, "missing": 0.0},
                           {"table": "edges", "name": "#1", "role": "destination", "said": false, "numeric": false,
                            "examples": ["a", "c"], "distinct": 2, "missing": 0.0}],
                         "remarkableColumns": 0,
                         "classes": 0, "classSizes": [], "withoutClass": 3, "graphs": 1,
                         "graphClasses": [], "graphsWithoutClass": 0, "events": 0, "steps": 0,
                         "files": {"read": ["g.edges"], "unread": []}, "problems": []}
                        """);
    }
}
