package innerloop.cli;

import innerloop.experiment.GraphReading;
import innerloop.experiment.InputException;
import innerloop.io.GraphImport;
import innerloop.io.GraphReaders;
import innerloop.io.GraphSummary;
import innerloop.io.doctor.Diagnosis;
import innerloop.io.doctor.Finding;
import innerloop.io.doctor.GraphDoctor;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `import PATH`: what is in a graph file, and what is wrong with it.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Read a graph and say what is in it and what is wrong with it.")
public final class ImportCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "PATH",
            description =
                    "a plain folder, a TU folder, .graphml, .gexf, .gml, .dot, .net, .json, .csv, .tsv, .edges, .dgs, .npz, .mtx, .sdf, .smi, .content with .cites, a folder of Planetoid or OGB; also packed with gzip, or in a .zip")
    private Path path = Path.of("");

    @Mixin private ReadingOptions reading = new ReadingOptions();

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException {
        PrintWriter result = Objects.requireNonNull(spec).commandLine().getOut();
        GraphReading said = reading.reading();
        GraphImport imported = GraphReaders.read(path, said);
        Diagnosis diagnosis = GraphDoctor.of(path, said, imported);
        GraphSummary summary = imported.summary();
        if (json) {
            result.println(json(summary, diagnosis));
            return 0;
        }
        ImportReport.lines(imported.graph().name(), summary, diagnosis)
                .forEach(line -> result.printf("%s%n", line));
        return 0;
    }

    private static String json(GraphSummary summary, Diagnosis diagnosis) {
        JsonMapper mapper = JsonMapper.builder().build();
        ObjectNode tree = mapper.valueToTree(summary);
        ArrayNode findings = tree.putArray("findings");
        for (Finding finding : diagnosis.findings()) {
            ObjectNode one = findings.addObject();
            one.put("where", finding.where()).put("what", finding.what().text());
            ArrayNode remedies = one.putArray("remedies");
            finding.remedies()
                    .forEach(remedy ->
                            remedies.addObject()
                                    .put("what", remedy.words().text())
                                    .put("options", ImportReport.options(remedy)));
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    }
}
