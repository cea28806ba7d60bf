package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.document.Journal;
import innerloop.app.shell.Sheets;
import innerloop.io.ExperimentJson;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Offers what a crash left.
final class Recovery {

    private final Journal journal;
    private final Sheets sheets;
    private final DocumentFiles files;

    Recovery(Journal journal, Sheets sheets, DocumentFiles files) {
        this.journal = journal;
        this.sheets = sheets;
        this.files = files;
    }

    void offer() {
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
                Messages.get("recovery.text", newest.experiment().name(), when),
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
