package innerloop.app.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.Messages;
import innerloop.io.GraphFormat;
import innerloop.io.GraphReaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the graph card says of a file with everything that can be odd about one.
class GraphFactTest {

    @TempDir Path folder;

    private List<GraphFact> facts() throws Exception {
        Files.writeString(
                folder.resolve("edges.csv"),
                """
                source,target,weight
                a,b,0.5
                b,a,0.5
                b,c,2
                c,d,1
                """);
        Files.writeString(
                folder.resolve("nodes.csv"),
                """
                id,class,age,same,big,word
                a,cat,1,3,900000,x
                b,dog,,3,100000,y
                c,cat,2,3,500000,z
                d,,4,3,100,w
                """);
        Files.writeString(folder.resolve("labels.csv"), "never read\n");
        return GraphFact.of(GraphReaders.read(folder.resolve("edges.csv")).summary());
    }

    private static GraphFact of(List<GraphFact> facts, String id) {
        return facts.stream().filter(fact -> fact.id().equals(id)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(GraphFormat.class)
    void everyFormatHasAName(GraphFormat format) {
        assertThat(Messages.get("facts.format." + format.id())).isNotBlank();
    }

    @Test
    void everyLineOfTheImportCommandIsThere() throws Exception {
        List<GraphFact> facts = facts();
        GraphFact structure = of(facts, "structure");
        assertThat(structure.line()).startsWith("undirected · weights");
        assertThat(structure.details()).contains("one parallel edge, merged");
        GraphFact classes = of(facts, "classes");
        assertThat(classes.line()).isEqualTo("2 classes · one node without class");
        assertThat(classes.details()).contains("cat: 2", "dog: 1");
        GraphFact columns = of(facts, "columns");
        assertThat(columns.odd()).isTrue();
        assertThat(columns.details())
                .contains("same: whole numbers · always 3", "word: text, not used")
                .anyMatch(line -> line.startsWith("age:") && line.contains("25 %"))
                .anyMatch(line -> line.startsWith("big:") && line.contains("outweighs"));
        GraphFact files = of(facts, "files");
        assertThat(files.details())
                .contains("read: edges.csv", "read: nodes.csv", "not read: labels.csv");
        assertThat(files.line()).contains("one file not read");
    }
}
