package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.BlockModel;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.VectorBackend;
import innerloop.training.Arena;
import innerloop.training.ArenaResult;
import innerloop.training.ArenaRow;
import innerloop.training.Contender;
import innerloop.training.Contenders;
import innerloop.training.RunControl;
import innerloop.training.SmallExperiments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Comparisons of learners that are kept, cut off, and go on.
@SuppressWarnings("NullAway.Init")
class ArenaFolderTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();
    private static final Path GRAPH_PATH = Path.of("blocks");
    private static final Experiment EASY = SmallExperiments.easy(2);

    @TempDir Path parent;

    private static ArenaResult empty(Experiment experiment) throws InputException {
        var splits = Arena.splits(experiment, GRAPH, OptionalInt.of(2));
        List<Contender> contenders =
                Contenders.named(
                        experiment,
                        splits.getFirst(),
                        GRAPH,
                        List.of("maml", "prototypical"),
                        "--learners");
        return ArenaResult.empty(experiment, splits, contenders);
    }

    /// Compares two learners on two folds, and is told to stop after so many runs.
    private static ArenaResult compare(Experiment experiment, Arena.Keeper keeper, int most)
            throws InputException, IOException {
        RunControl control = new RunControl();
        return new Arena(new VectorBackend(), 2, control, keeper, _ -> {})
                .run(
                        empty(experiment),
                        GRAPH,
                        (_, _, soFar) -> {
                            if (soFar.ran() == most) {
                                control.abandon();
                            }
                        });
    }

    private ArenaFolder folder() throws InputException, IOException {
        return ArenaFolder.open(parent.resolve("arena"), GRAPH, GRAPH_PATH);
    }

    private static List<?> scores(ArenaResult result) {
        return result.rows().stream()
                .map(row -> List.of(row.contender().name(), row.score(), row.gain()))
                .toList();
    }

    @Test
    void whatWasCutOffGoesOnToTheSameTable() throws InputException, IOException {
        ArenaResult straight = compare(EASY, Arena.Keeper.NONE, 0);
        ArenaResult cut;
        try (ArenaFolder folder = folder()) {
            folder.write(empty(EASY));
            cut = compare(EASY, folder, 3);
        }
        assertThat(cut.ran()).isEqualTo(3);
        assertThat(cut.isComplete()).isFalse();
        ArenaResult whole;
        try (ArenaFolder folder = folder()) {
            whole = compare(EASY, folder, 0);
        }
        assertThat(whole.isComplete()).isTrue();
        assertThat(scores(whole)).isEqualTo(scores(straight));
        assertThat(whole.rows().getFirst().over(whole.rows().getLast()))
                .isEqualTo(straight.rows().getFirst().over(straight.rows().getLast()));
        assertThat(whole.baselines()).isEqualTo(straight.baselines());
        // Each is the run that was made first, to the second it began.
        for (int r = 0; r < 2; r++) {
            ArenaRow before = cut.rows().get(r);
            ArenaRow after = whole.rows().get(r);
            for (int s = 0; s < before.runs().size(); s++) {
                assertThat(after.runs().get(s).provenance())
                        .isEqualTo(before.runs().get(s).provenance());
            }
        }
        assertThat(
                        RunReader.record(
                                        parent.resolve("arena/maml/fold-2"),
                                        GRAPH,
                                        new VectorBackend())
                                .checkpoints())
                .hasSize(2);
    }

    @Test
    void aLearnerThatFailsIsARowAndIsTriedAgain() throws InputException, IOException {
        RunControl control = new RunControl();
        List<String> heats = new ArrayList<>();
        ArenaResult broken;
        try (ArenaFolder folder = folder()) {
            folder.write(empty(EASY));
            broken =
                    new Arena(
                                    new VectorBackend(),
                                    2,
                                    control,
                                    folder,
                                    _ -> {
                                        if (heats.isEmpty()) {
                                            throw new IllegalStateException("out of\nluck");
                                        }
                                    })
                            .run(
                                    empty(EASY),
                                    GRAPH,
                                    (heat, _, _) -> heats.add(heat.contender().name()));
        }
        assertThat(broken.isComplete()).isTrue();
        ArenaRow failed = broken.rows().getFirst();
        assertThat(failed.failures())
                .singleElement()
                .asString()
                .contains("IllegalStateException: out of")
                .doesNotContain("\n");
        assertThat(failed.runs()).hasSize(1);
        assertThat(broken.rows().getLast().isSound()).isTrue();
        assertThat(ArenaScores.json(broken)).contains("\"failures\" : [ \"java.lang.Illegal");
        assertThat(parent.resolve("arena/maml/fold-1")).doesNotExist();
        try (ArenaFolder folder = folder()) {
            assertThat(scores(compare(EASY, folder, 0)))
                    .isEqualTo(scores(compare(EASY, Arena.Keeper.NONE, 0)));
        }
    }

    @Test
    void runsOfOtherSettingsAreNotTakenForThese() throws InputException, IOException {
        try (ArenaFolder folder = folder()) {
            folder.write(empty(EASY));
            compare(EASY, folder, 1);
        }
        try (ArenaFolder folder = folder()) {
            assertThatThrownBy(() -> compare(EASY.withSeed(8), folder, 0))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("fold-1: was run with another ")
                    .hasMessageContaining("seed")
                    .hasMessageEndingWith("give another folder to --out");
        }
        try (ArenaFolder folder =
                ArenaFolder.open(
                        parent.resolve("arena"),
                        new BlockModel(6, 25, 4, 0.5, 2, 1, 2).graph(),
                        GRAPH_PATH)) {
            assertThatThrownBy(() -> compare(EASY, folder, 0))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("was run on another graph");
        }
    }

    @Test
    void nothingElseIsWrittenOver() throws InputException, IOException {
        Path other = parent.resolve("other");
        Files.createDirectories(other);
        Files.writeString(other.resolve("thesis.txt"), "mine");
        assertThatThrownBy(() -> ArenaFolder.open(other, GRAPH, GRAPH_PATH))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("holds something other than a comparison of learners");
        assertThatThrownBy(() -> ArenaFolder.open(other.resolve("thesis.txt"), GRAPH, GRAPH_PATH))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is no folder");
        try (ArenaFolder _ = folder()) {
            assertThatThrownBy(this::folder)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("another comparison is being written there");
        }
    }
}
