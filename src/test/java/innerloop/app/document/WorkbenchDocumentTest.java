package innerloop.app.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.app.shell.ShellPicture;
import innerloop.episode.Region;
import innerloop.experiment.Experiment;
import innerloop.experiment.Relabelling;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.select.NodeSet;
import innerloop.io.StateFolder;
import innerloop.task.NodeClassification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class WorkbenchDocumentTest {

    private final WorkbenchDocument document = new WorkbenchDocument(ShellPicture.experiment());

    @Test
    void aDocumentIsUnsavedExactlyWhileItDiffersFromTheSavedOne() {
        assertThat(document.dirty().get()).isFalse();
        document.edit("change seed", "", e -> e.withSeed(8));
        assertThat(document.dirty().get()).isTrue();
        document.undo();
        assertThat(document.dirty().get()).isFalse();
        document.redo();
        document.markSaved(Path.of("a.experiment.json"), document.experiment().get());
        assertThat(document.dirty().get()).isFalse();
        document.undo();
        assertThat(document.dirty().get()).isTrue();
    }

    @Test
    void whatWasEditedWhileTheFileWasWrittenIsStillUnsaved() {
        document.edit("change seed", "", e -> e.withSeed(8));
        var written = document.experiment().get();
        document.edit("change seed", "", e -> e.withSeed(9));
        document.markSaved(Path.of("a.experiment.json"), written);
        assertThat(document.dirty().get()).isTrue();
    }

    @Test
    void undoTellsTheNameOfTheEdit() {
        document.edit("change seed", "", e -> e.withSeed(8));
        assertThat(document.undoName().get()).isEqualTo("change seed");
        document.undo();
        assertThat(document.redoName().get()).isEqualTo("change seed");
        assertThat(document.canUndo().get()).isFalse();
    }

    @Test
    void aHundredEditsAreUndoneAndRedoneOneByOneOrAtOnce() {
        SplittableRandom random = new SplittableRandom(4);
        List<Experiment> values = new ArrayList<>(List.of(document.experiment().get()));
        for (int edit = 1; edit <= 100; edit++) {
            document.edit("edit " + edit, "", anyEdit(random, edit));
            values.add(document.experiment().get());
        }
        for (int edits = 99; edits >= 0; edits--) {
            document.undo();
            assertThat(document.experiment().get()).isEqualTo(values.get(edits));
        }
        for (int edits = 1; edits <= 100; edits++) {
            document.redo();
            assertThat(document.experiment().get()).isEqualTo(values.get(edits));
        }
        AtomicInteger changes = new AtomicInteger();
        document.experiment().addListener((_, _, _) -> changes.incrementAndGet());
        for (int turn = 1; turn <= 50; turn++) {
            int edits = (document.editsDone() + random.nextInt(1, 101)) % 101;
            document.goTo(edits);
            assertThat(document.experiment().get()).isEqualTo(values.get(edits));
            assertThat(document.editsDone()).isEqualTo(edits);
            assertThat(changes).as("one change, however far").hasValue(turn);
        }
        assertThat(document.editNames()).hasSize(100).startsWith("edit 1").endsWith("edit 100");
        document.goTo(0);
        assertThat(document.dirty().get()).isFalse();
        assertThat(document.redoName().get()).isEqualTo("edit 1");
    }

    /// Changes something for certain.
    private static UnaryOperator<Experiment> anyEdit(SplittableRandom random, int edit) {
        return switch (random.nextInt(4)) {
            case 0 -> e -> e.withName("name " + edit);
            case 1 -> e -> e.withSeed(1_000 + edit);
            case 2 -> e -> e.withTask(new NodeClassification(2 + edit, 1, 5));
            default ->
                    e ->
                            e.withSplit(
                                    e.split()
                                            .withRegions(
                                                    List.of(
                                                            new Region(
                                                                    "r" + edit, List.of(edit)))));
        };
    }

    @Test
    void anotherClassOfANodeIsAnEditThatTheGraphFollows() {
        AttributedGraph read =
                new GraphBuilder("g", 2, false)
                        .labels(new int[] {0, 1}, List.of("games", "tools"))
                        .build();
        document.setGraph(read);
        document.edit("change seed", "", e -> e.withSeed(8));
        assertThat(document.graph().get()).isSameAs(read);
        document.relabel(() -> "class of 0", NodeSet.of(2, 0), "tools");
        assertThat(labels()).containsExactly(1, 1);
        assertThat(document.undoName().get()).isEqualTo("class of 0");
        document.relabel(() -> "class of 1", NodeSet.of(2, 1), "");
        assertThat(labels()).containsExactly(1, -1);
        document.undo();
        document.undo();
        assertThat(labels()).containsExactly(0, 1);
        assertThat(document.undoName().get()).isEqualTo("change seed");
        document.redo();
        assertThat(labels()).containsExactly(1, 1);
        assertThat(document.experiment().get().labels().classOfNode())
                .containsExactly(Map.entry(0, "tools"));
        document.relabel(() -> "class of 0", NodeSet.of(2, 0), "games");
        assertThat(document.experiment().get().labels().isEmpty()).isTrue();
        Experiment changed = document.experiment().get();
        document.open(
                changed.withLabels(Relabelling.none().with(read, NodeSet.of(2, 1), "games")),
                read,
                null);
        assertThat(labels()).containsExactly(0, 0);
    }

    private int[] labels() {
        return Objects.requireNonNull(document.graph().get()).labels();
    }

    @Test
    void anEditInsideAListenerIsRefused() {
        RuntimeException[] thrown = new RuntimeException[1];
        document.experiment()
                .addListener((_, _, _) -> {
                    try {
                        document.edit("echo", "", e -> e.withSeed(99));
                    } catch (IllegalStateException e) {
                        thrown[0] = e;
                    }
                });
        document.edit("change seed", "", e -> e.withSeed(8));
        assertThat(thrown[0]).hasMessageContaining("listener");
        assertThat(document.experiment().get().seed()).isEqualTo(8);
        assertThatThrownBy(() ->
                        document.edit(
                                "fails",
                                "",
                                _ -> {
                                    throw new IllegalArgumentException("no");
                                }))
                .isInstanceOf(IllegalArgumentException.class);
        document.undo();
        assertThat(document.experiment().get().seed()).isEqualTo(7);
    }

    @Test
    void stateFoldersFollowTheCustomOfEachSystem() {
        Path home = Path.of("/home/ada");
        assertThat(StateFolder.of(Map.of(), home, "Linux"))
                .isEqualTo(Path.of("/home/ada/.local/state/innerloop"));
        assertThat(StateFolder.of(Map.of("XDG_STATE_HOME", "/var/s"), home, "Linux"))
                .isEqualTo(Path.of("/var/s/innerloop"));
        assertThat(StateFolder.of(Map.of("XDG_STATE_HOME", "relative"), home, "Linux"))
                .isEqualTo(Path.of("/home/ada/.local/state/innerloop"));
        assertThat(StateFolder.of(Map.of("APPDATA", "/roaming"), home, "Windows 11"))
                .isEqualTo(Path.of("/roaming/innerloop"));
    }
}
