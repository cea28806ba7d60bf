package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.checks.ExperimentChecks;
import innerloop.checks.Finding;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.io.GraphReaders;
import innerloop.task.GraphClassification;
import innerloop.task.NodeClassification;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a graph that was opened without an experiment is taken for.
class NewExperimentTest {

    private static AttributedGraph read(String sample) throws Exception {
        return GraphReaders.read(Path.of("sample-graphs", sample)).graph();
    }

    @Test
    void aGraphThatGrowsIsSeenAsItWasAfterHalfOfItsHistory() throws Exception {
        AttributedGraph growing = read("growing.dgs");
        Experiment made = NewExperiment.on(growing, "growing.dgs", Optional.empty());
        assertThat(made.history().until()).isEqualTo(20);
        assertThat(ExperimentChecks.check(made, made.labelled(growing)))
                .noneMatch(Finding::blocking);
    }

    @Test
    void aCollectionWhoseGraphsHaveClassesIsForGraphClassification() throws Exception {
        AttributedGraph shapes = read("shapes");
        Experiment made = NewExperiment.on(shapes, "shapes", Optional.empty());
        assertThat(made.task()).isInstanceOf(GraphClassification.class);
        assertThat(made.split().lanes().train()).isNotEmpty();
        assertThat(ExperimentChecks.check(made, made.labelled(shapes)))
                .noneMatch(Finding::blocking);
    }

    @Test
    void aCollectionWhoseNodesHaveClassesIsForNodeClassification() throws Exception {
        assertThat(NewExperiment.on(read("motifs"), "motifs", Optional.empty()).task())
                .isInstanceOf(NodeClassification.class);
    }

    @Test
    void columnsOfAGraphAreScaledByWhatTheyHold() throws Exception {
        assertThat(
                        NewExperiment.on(read("debian"), "debian", Optional.empty())
                                .features()
                                .scaling())
                .isEqualTo(FeatureRecipe.Scaling.AUTO);
        assertThat(NewExperiment.on(read("karate.graphml"), "karate", Optional.empty()).features())
                .isEqualTo(FeatureRecipe.structural());
    }

    @Test
    void aSingleGraphCannotBeForGraphClassification() throws Exception {
        AttributedGraph karate = read("karate.graphml");
        Experiment asked =
                NewExperiment.on(karate, "karate", Optional.empty())
                        .withTask(GraphClassification.defaults());
        assertThat(ExperimentChecks.check(asked, asked.labelled(karate)))
                .filteredOn(Finding::blocking)
                .extracting(Finding::line)
                .anyMatch(line -> line.contains("single graph"));
    }
}
