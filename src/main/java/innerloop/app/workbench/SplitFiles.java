package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.shell.MainWindow;
import innerloop.app.shell.Notices;
import innerloop.episode.Split;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.io.AtomicFiles;
import innerloop.io.SplitJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Opens and saves a split alone.
final class SplitFiles {

    private final WorkbenchDocument document;
    private final FileChoices choices;
    private final MainWindow window;

    SplitFiles(WorkbenchDocument document, FileChoices choices, MainWindow window) {
        this.document = document;
        this.choices = choices;
        this.window = window;
    }

    /// Replaces the experiment's split by that of a file; undo takes it back.
    void open() {
        AttributedGraph graph = document.graph().get();
        if (graph != null) {
            choices.splitToOpen().ifPresent(file -> read(file, graph));
        }
    }

    private void read(Path file, AttributedGraph graph) {
        try {
            SplitJson.SplitFile read =
                    SplitJson.read(file, graph, document.experiment().get().split());
            document.edit(
                    Messages.later("edit.openSplit", String.valueOf(file.getFileName())),
                    "",
                    e -> e.withSplit(read.split()));
            read.problem()
                    .ifPresent(problem ->
                            window.notices().post(Notices.Kind.INFO, Messages.of(problem), null));
        } catch (InputException e) {
            window.notices().error(Messages.of(e));
        }
    }

    /// Writes the split alone.
    void save() {
        write(".split.json", SplitJson::write);
    }

    /// Writes the classes of the lanes as few-shot papers do: `[train, validation, test]`.
    void saveClassLists() {
        write(".classes.json", SplitJson::writeClassList);
    }

    /// Makes the text of a file.
    private interface Form {
        String of(Split split) throws InputException;
    }

    private void write(String ending, Form form) {
        try {
            String text = form.of(document.experiment().get().split());
            Optional<Path> file = choices.fileToSave(DocumentFiles.suggestion(document, ending));
            if (file.isPresent()) {
                AtomicFiles.write(file.get(), text);
            }
        } catch (InputException e) {
            window.notices().error(Messages.of(e));
        } catch (IOException e) {
            window.notices().error(Messages.get("split.save.failed", Messages.of(e)));
        }
    }
}
