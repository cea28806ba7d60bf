package innerloop.app.workbench;

import innerloop.app.ExperimentName;
import innerloop.app.Messages;
import innerloop.app.document.Journal;
import innerloop.app.shell.Sheets;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.io.ExperimentJson;
import innerloop.io.UnfinishedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Offers what a crash left: a run that was cut off, then unsaved work.
final class Recovery {

    private final Journal journal;
    private final Path runs;
    private final Sheets sheets;
    private final DocumentFiles files;
    private final Consumer<Path> resume;

    /// @param runs the folder that all runs are kept in
    /// @param resume goes on with the run in this folder, whose experiment is open
    Recovery(
            Journal journal, Path runs, Sheets sheets, DocumentFiles files, Consumer<Path> resume) {
        this.journal = journal;
        this.runs = runs;
        this.sheets = sheets;
        this.files = files;
        this.resume = resume;
    }

    void offer() {
        for (Path folder : UnfinishedRun.leftIn(runs)) {
            try {
                if (!UnfinishedRun.complete(folder)) {
                    Path file = UnfinishedRun.experimentOf(folder);
                    offerRun(folder, ExperimentJson.read(file, List.of()));
                    return;
                }
            } catch (InputException | IOException e) {
                // A run that cannot be read cannot go on; the list of runs names it.
            }
        }
        offerUnsaved();
    }

    private void offerRun(Path folder, Experiment experiment) {
        sheets.ask(
                Messages.get("recovery.run.title"),
                Messages.get(
                        "recovery.run.text",
                        ExperimentName.shown(experiment.name()),
                        UnfinishedRun.steps(folder),
                        experiment.budget().steps()),
                List.of(
                        new Sheets.Answer(
                                "discard",
                                Messages.get("recovery.discard"),
                                false,
                                () -> {
                                    discard(folder);
                                    offerUnsaved();
                                }),
                        new Sheets.Answer(
                                "later",
                                Messages.get("recovery.run.later"),
                                false,
                                this::offerUnsaved),
                        new Sheets.Answer(
                                "resume",
                                Messages.get("recovery.run.resume"),
                                true,
                                () -> resume(folder))));
    }

    private void resume(Path folder) {
        try {
            files.openCopy(UnfinishedRun.experimentOf(folder), () -> resume.accept(folder));
        } catch (InputException | IOException e) {
            // Somebody else has taken it up meanwhile.
            offerUnsaved();
        }
    }

    private static void discard(Path folder) {
        try {
            UnfinishedRun.discard(folder);
        } catch (InputException | IOException e) {
            // It stays, and is offered again.
        }
    }

    private void offerUnsaved() {
        List<Journal.Recovered> found =
                journal.recover(json -> ExperimentJson.parse(json, "recovery", List.of()));
        if (found.isEmpty()) {
            return;
        }
        Journal.Recovered newest = found.getFirst();
        String when =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                        .format(newest.when().atZone(ZoneId.systemDefault()));
        sheets.ask(
                Messages.get("recovery.title"),
                Messages.get(
                        "recovery.text", ExperimentName.shown(newest.experiment().name()), when),
                List.of(
                        new Sheets.Answer(
                                "discard",
                                Messages.get("recovery.discard"),
                                false,
                                () -> journal.discard(newest)),
                        new Sheets.Answer(
                                "restore",
                                Messages.get("recovery.restore"),
                                true,
                                () ->
                                        files.restore(
                                                newest.experiment(),
                                                newest.file(),
                                                () -> takeOver(newest)))));
    }

    /// The leftover goes only when our own journal holds the same.
    private void takeOver(Journal.Recovered restored) {
        journal.flush();
        journal.discard(restored);
    }
}
