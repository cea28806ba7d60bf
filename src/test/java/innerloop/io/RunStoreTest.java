package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import innerloop.BlockModel;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.io.RunStore.Kept;
import innerloop.math.VectorBackend;
import innerloop.nn.Parameters;
import innerloop.task.BaselineScore;
import innerloop.task.Gain;
import innerloop.task.Measure;
import innerloop.training.Checkpoint;
import innerloop.training.ExperimentRunner;
import innerloop.training.RunControl;
import innerloop.training.RunDifference;
import innerloop.training.RunRecord;
import innerloop.training.RunSummary;
import innerloop.training.SmallExperiments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run leaves on disk is what is read from there.
@SuppressWarnings("NullAway.Init")
class RunStoreTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();

    @TempDir Path folder;

    private static RunRecord run(Experiment experiment) throws InputException {
        return new ExperimentRunner(new VectorBackend(), 1)
                .run(experiment, GRAPH, new RunControl(), _ -> {});
    }

    private Path written(String name, RunRecord record) throws IOException {
        Path here = folder.resolve(name);
        RunFolder.write(here, record, folder.resolve("blocks"));
        return here;
    }

    @Test
    void aRunComesBackAsItWas() throws Exception {
        RunRecord record = run(SmallExperiments.easy(7));
        Path here = written("one", record);
        RunSummary summary = RunReader.summary(here);
        assertThat(summary)
                .usingRecursiveComparison()
                .ignoringFields("experiment.graph")
                .isEqualTo(RunSummary.of(record));
        RunRecord read = RunReader.record(here, GRAPH, new VectorBackend());
        assertThat(read.metrics()).isEqualTo(record.metrics());
        assertThat(read.speed()).isEqualTo(record.speed());
        assertThat(read.checkpoints()).hasSameSizeAs(record.checkpoints());
        for (int i = 0; i < record.checkpoints().size(); i++) {
            Checkpoint was = record.checkpoints().get(i);
            assertThat(read.checkpoints().get(i).step()).isEqualTo(was.step());
            assertThat(numbers(read.checkpoints().get(i).learned().theta()))
                    .isEqualTo(numbers(was.learned().theta()));
        }
        assertThat(read.baselines()).isEqualTo(record.baselines());
        assertThat(read.leaks()).hasSameSizeAs(record.leaks());
        assertThat(read.stepsPerSecond()).isEqualTo(record.stepsPerSecond());
        assertThat(numbers(read.parameters())).isEqualTo(numbers(record.parameters()));
        assertThat(read.rates()).isEqualTo(Parameters.none());
    }

    @Test
    void aRunOfAnEarlierVersionHasItsStartAndItsEnd() throws Exception {
        RunRecord record = run(SmallExperiments.easy(7));
        Path here = written("one", record);
        Files.delete(here.resolve("checkpoints.safetensors"));
        Files.delete(here.resolve("speed.csv"));
        RunRecord read = RunReader.record(here, GRAPH, new VectorBackend());
        assertThat(read.speed()).isEmpty();
        assertThat(read.checkpoints()).extracting(Checkpoint::step).containsExactly(0, 7);
        assertThat(numbers(read.checkpoints().getFirst().learned().theta()))
                .isEqualTo(numbers(record.checkpoints().getFirst().learned().theta()));
    }

    @Test
    void checkpointsOfAnotherModelLeaveTheStartAndTheEnd() throws Exception {
        Path here = written("one", run(SmallExperiments.easy(7)));
        Files.copy(
                here.resolve("parameters.safetensors"),
                here.resolve("checkpoints.safetensors"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(RunReader.record(here, GRAPH, new VectorBackend()).checkpoints())
                .extracting(Checkpoint::step)
                .containsExactly(0, 7);
    }

    @Test
    void numbersThatGoBackAreRefusedInOneLine() throws Exception {
        Path here = written("one", run(SmallExperiments.easy(7)));
        Files.writeString(
                here.resolve("speed.csv"),
                "step,phase,metric,value\r\n5,train,stepsPerSecond,3\r\n4,train,stepsPerSecond,3\r\n");
        assertThatThrownBy(() -> RunReader.record(here, GRAPH, new VectorBackend()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("goes back from step 5 to step 4")
                .hasMessageContaining("speed.csv:3");
    }

    private static List<Double> numbers(Parameters parameters) {
        return parameters.values().stream()
                .flatMap(value ->
                        IntStream.range(0, value.toArray().length)
                                .mapToObj(i -> value.toArray()[i]))
                .toList();
    }

    @Test
    void meansOfTheEpisodesAreTheScores() throws Exception {
        RunRecord record = run(SmallExperiments.easy(3));
        assertThat(record.episodes()).hasSize(record.test().tasks());
        assertThat(record.episodes().stream().mapToDouble(e -> e.score()).average().orElse(0))
                .isCloseTo(record.test().mean(), offset(1e-12));
        assertThat(
                        record.episodes().stream().mapToDouble(e -> e.score() - e.floor()).sum()
                                / record.episodes().size())
                .isCloseTo(record.gain().mean(), offset(1e-12));
    }

    @Test
    void baselinesAreKeptEpisodeByEpisodeAndCompared() throws Exception {
        RunRecord record = run(SmallExperiments.easy(3));
        BaselineScore propagation =
                record.baselines().stream()
                        .filter(b -> b.word().equals(BaselineScore.LABEL_PROPAGATION))
                        .findFirst()
                        .orElseThrow();
        double[] differences =
                record.episodes().stream()
                        .mapToDouble(e ->
                                e.score() - e.others().getOrDefault(propagation.word(), Double.NaN))
                        .toArray();
        assertThat(record.over(propagation)).isEqualTo(Gain.of(Measure.ACCURACY, differences));
        assertThat(record.over(propagation).mean())
                .isCloseTo(record.test().mean() - propagation.score().mean(), offset(1e-12));
        Path here = written("one", record);
        RunSummary read = RunReader.summary(here);
        assertThat(read.episodes()).isEqualTo(record.episodes());
        assertThat(RunDifference.over(read, propagation))
                .isEqualTo(new RunDifference(record.over(propagation), true));
        // As versions wrote it that did not keep them.
        Path table = here.resolve("episodes.csv");
        Files.writeString(
                table,
                Files.readAllLines(table).stream()
                        .map(line -> line.replaceAll("^((?:[^,]*,){3}[^,]*).*", "$1\r\n"))
                        .collect(Collectors.joining()));
        RunSummary old = RunReader.summary(here);
        assertThat(old.episodes()).hasSameSizeAs(record.episodes());
        assertThat(RunDifference.over(old, propagation))
                .isEqualTo(
                        new RunDifference(Gain.between(record.test(), propagation.score()), false));
    }

    @Test
    void runsOnTheSameEpisodesArePaired() throws Exception {
        Experiment short3 = SmallExperiments.easy(3);
        RunSummary three = RunSummary.of(run(short3));
        RunSummary twenty = RunSummary.of(run(SmallExperiments.easy(20)));
        RunDifference same = RunDifference.of(three, three);
        assertThat(same.paired()).isTrue();
        assertThat(same.gain().mean()).isZero();
        assertThat(same.gain().ci95()).isZero();
        assertThat(same.gain().isClear()).isFalse();
        RunDifference longer = RunDifference.of(twenty, three);
        assertThat(longer.paired()).isTrue();
        assertThat(longer.gain().mean())
                .isCloseTo(twenty.test().mean() - three.test().mean(), offset(1e-12));
        RunSummary other = RunSummary.of(run(short3.withSeed(8)));
        RunDifference apart = RunDifference.of(other, three);
        assertThat(apart.paired()).isFalse();
        assertThat(apart.gain().ci95())
                .isEqualTo(Math.hypot(other.test().ci95(), three.test().ci95()));
    }

    @Test
    void theNewestRunIsFirstAndWhatIsNoneIsLeftOut() throws Exception {
        RunStore store = new RunStore(folder.resolve("runs"));
        assertThat(store.list().kept()).isEmpty();
        RunRecord first = run(SmallExperiments.easy(2));
        RunRecord second = run(SmallExperiments.easy(2).withSeed(9));
        written("runs/a", first);
        written("runs/b", second);
        Files.createDirectories(folder.resolve("runs/empty"));
        Files.writeString(
                Files.createDirectories(folder.resolve("runs/c")).resolve("summary.json"), "{");
        RunStore.Contents contents = store.list();
        assertThat(contents.kept())
                .extracting(kept -> kept.folder().getFileName().toString())
                .containsExactly("b", "a");
        assertThat(contents.damaged())
                .extracting(damaged -> damaged.folder().getFileName().toString())
                .containsExactly("c");
    }

    @Test
    void notesStayAndADeletedRunComesBackUntilItIsPurged() throws Exception {
        RunStore store = new RunStore(folder.resolve("runs"));
        Path here = written("runs/a", run(SmallExperiments.easy(2)));
        RunNotes notes = new RunNotes(List.of(" best", "best", "", "gcn "), " \"why\"? ");
        assertThat(notes.tags()).containsExactly("best", "gcn");
        RunStore.write(here, notes);
        Kept kept = store.list().kept().getFirst();
        assertThat(kept.notes()).isEqualTo(notes);
        store.delete(here);
        assertThat(store.list().kept()).isEmpty();
        RunStore ofAnotherWindow = new RunStore(folder.resolve("runs"));
        ofAnotherWindow.purge();
        store.restore(here);
        assertThat(store.list().kept()).containsExactly(kept);
        store.delete(here);
        store.close();
        ofAnotherWindow.purge();
        assertThat(folder.resolve("runs/.deleted")).isEmptyDirectory();
        assertThat(store.list().kept()).isEmpty();
    }

    @Test
    void aDamagedRunHidesNoOther() throws Exception {
        RunRecord record = run(SmallExperiments.easy(2));
        written("runs/whole", record);
        Files.writeString(written("runs/empty", record).resolve("provenance.json"), "{}");
        Path leaky = written("runs/leaky", record).resolve("summary.json");
        Files.writeString(
                leaky,
                Files.readString(leaky)
                        .replaceFirst("\"leakage\" *: *\\[[^\\]]*\\]", "\"leakage\": [{}]"));
        RunStore.Contents contents = new RunStore(folder.resolve("runs")).list();
        assertThat(contents.kept()).hasSize(1);
        assertThat(contents.damaged())
                .extracting(RunStore.Damaged::complaint)
                .satisfiesExactly(
                        complaint -> assertThat(complaint).contains("provenance.json"),
                        complaint -> assertThat(complaint).contains("summary.json", "leakage"));
    }

    @Test
    void settingsThatDifferAreNamedByTheirPath() {
        Experiment experiment = SmallExperiments.easy(3);
        assertThat(Settings.differences(List.of(experiment, experiment))).isEmpty();
        assertThat(
                        Settings.differences(
                                List.of(
                                        experiment,
                                        experiment
                                                .withSeed(9)
                                                .withName("other")
                                                .withGraph("elsewhere/blocks"))))
                .as("where the graph lies is no setting")
                .containsOnlyKeys("seed")
                .containsEntry("seed", List.of("7", "9"));
        assertThat(Settings.differences(List.of(experiment, experiment.withGraph("g"))))
                .containsEntry("graph", List.of("blocks", "g"));
    }

    @Test
    void parametersOfAnotherModelAreRefused() throws Exception {
        RunRecord record = run(SmallExperiments.easy(2));
        Path here = written("one", record);
        Path settings = here.resolve("experiment.json");
        Files.writeString(settings, Files.readString(settings).replaceFirst("\\[ *8 *\\]", "[9]"));
        assertThatThrownBy(() -> RunReader.record(here, GRAPH, new VectorBackend()))
                .hasMessageContaining("of this model")
                .isInstanceOf(InputException.class);
    }
}
