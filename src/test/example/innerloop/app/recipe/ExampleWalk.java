package innerloop.app.recipe;

import innerloop.Main;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.shell.DocumentLine;
import innerloop.checks.ExperimentChecks;
import innerloop.experiment.Experiment;
import innerloop.experiment.kinds.Kinds;
import innerloop.graph.AttributedGraph;
import innerloop.io.ExperimentJson;
import innerloop.io.GraphReaders;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/// Takes the three examples through file, recipe, checks, command line, run and export.
public final class ExampleWalk {

    private ExampleWalk() {}

    /// @param folder holds `graph.graphml`; takes what is written
    /// @return what there is to see on the way, a line each
    public static List<String> through(Path folder) throws Exception {
        AttributedGraph read = GraphReaders.read(folder.resolve("graph.graphml")).graph();
        Path file = folder.resolve("example.experiment.json");
        Files.writeString(
                file,
                """
                {"format": "innerloop-experiment/1", "name": "example", "graph": "graph.graphml",
                 "features": {"kind": "degree", "normalize": "none"},
                 "task": {"kind": "hub-detection", "ways": 2, "shots": 2, "queries": 2},
                 "split": {"train": ["leaf", "hub"], "validation": [], "test": ["leaf", "hub"]},
                 "encoder": {"kind": "blend", "hidden": [8], "own": 0.25},
                 "learner": {"kind": "joint", "innerSteps": 3, "outerRate": 0.01},
                 "budget": {"steps": 4, "evaluateEvery": 2, "testTasks": 5},
                 "seed": 7}
                """);
        Experiment experiment = ExperimentJson.read(file, List.of("encoder.own=0.75"));
        String normalised = ExperimentJson.write(experiment);
        WorkbenchDocument document = new WorkbenchDocument(experiment);
        RecipeViewModel recipe = new RecipeViewModel(document, (_, _) -> List.of());
        String fields = recipe.field("encoder.own").text().get();
        document.edit("pick", "", e -> Kinds.ENCODER.withKind(e, Kinds.ENCODER.kind("gcn")));
        document.edit("pick", "", e -> Kinds.ENCODER.withKind(e, Kinds.ENCODER.kind("blend")));
        String line = DocumentLine.of(document.experiment().get(), null);
        long complaints =
                ExperimentChecks.check(experiment, experiment.labelled(read)).stream()
                        .filter(finding -> finding.blocking())
                        .count();
        Path run = folder.resolve("run");
        String ran = spoken("run", file.toString(), "--out", run.toString());
        Path arrays = folder.resolve("parameters.npz");
        String exported = spoken("export", run.toString(), "--format", "npz", arrays.toString());
        String refused = spoken("run", file.toString(), "--set", "encoder.onw=1");
        return List.of(
                normalised, fields, line, complaints + " complaints", ran, exported, refused);
    }

    private static String spoken(String... arguments) {
        CommandLine line = Main.commandLine();
        StringWriter said = new StringWriter();
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(said, true));
        int code = line.execute(arguments);
        return "exit " + code + "\n" + said;
    }
}
