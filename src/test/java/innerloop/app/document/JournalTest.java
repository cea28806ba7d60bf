package innerloop.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.shell.ShellPicture;
import innerloop.experiment.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class JournalTest {

    private static long dead;

    @TempDir Path folder;

    @BeforeAll
    static void findADeadProcess() throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--version")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        dead = process.pid();
        process.waitFor();
    }

    private Journal journal(long owner) {
        return new Journal(
                folder,
                owner,
                e -> Long.toString(e.seed()),
                e -> {
                    throw new AssertionError(e);
                });
    }

    private static Experiment read(String json) {
        return ShellPicture.experiment().withSeed(Long.parseLong(json));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    @Test
    void anEditGoesToDiskUnasked() throws Exception {
        WorkbenchDocument document = new WorkbenchDocument(ShellPicture.experiment());
        journal(dead).follow(document);
        document.edit("change seed", "", e -> e.withSeed(41));
        document.edit("change seed", "", e -> e.withSeed(42));
        // The process that owned the journal is gone; it never closed it.
        Journal next = journal(ProcessHandle.current().pid());
        // What is on disk first may be the first edit alone.
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () ->
                        next.recover(JournalTest::read).stream()
                                .anyMatch(r -> r.experiment().seed() == 42));
        List<Journal.Recovered> left = next.recover(JournalTest::read);
        assertThat(left)
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.experiment().seed()).isEqualTo(42);
                    assertThat(r.file()).isNull();
                });
    }

    @Test
    void aRecoveredExperimentKnowsItsFileAndCanBeDiscarded() throws Exception {
        Journal killed = journal(dead);
        Path file = folder.resolve("mine.experiment.json").toAbsolutePath();
        killed.note(ShellPicture.experiment().withSeed(5), file, true);
        killed.flush();
        Journal next = journal(ProcessHandle.current().pid());
        Journal.Recovered recovered = next.recover(JournalTest::read).getFirst();
        assertThat(recovered.file()).isEqualTo(file);
        next.discard(recovered);
        assertThat(next.recover(JournalTest::read)).isEmpty();
    }

    @Test
    void aCleanCloseAndASaveLeaveNothing() throws Exception {
        Journal journal = journal(dead);
        journal.note(ShellPicture.experiment(), null, true);
        journal.flush();
        assertThat(files()).hasSize(1);
        journal.note(ShellPicture.experiment(), null, false);
        journal.flush();
        assertThat(files()).isEmpty();
        journal.note(ShellPicture.experiment(), null, true);
        journal.flush();
        journal.close();
        assertThat(files()).isEmpty();
    }

    @Test
    void theJournalOfALivingProgramIsNotOffered() {
        Journal living = journal(ProcessHandle.current().pid());
        living.note(ShellPicture.experiment(), null, true);
        living.flush();
        assertThat(journal(dead).recover(JournalTest::read)).isEmpty();
        assertThat(living.recover(JournalTest::read)).isEmpty();
    }

    @Test
    void aPredecessorWithTheSameProcessIdIsRecovered() {
        long same = ProcessHandle.current().pid();
        Journal killed = journal(same);
        killed.note(ShellPicture.experiment().withSeed(3), null, true);
        killed.flush();
        assertThat(journal(same).recover(JournalTest::read)).hasSize(1);
    }

    @Test
    void anUnreadableLeftoverIsSkippedAndKept() throws Exception {
        Path broken = folder.resolve("recovery-" + dead + ".experiment.json");
        Files.writeString(broken, "\nnot a number");
        assertThat(journal(1).recover(JournalTest::read)).isEmpty();
        assertThat(broken).exists();
    }
}
