package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.Png;
import innerloop.app.curves.CurvesView;
import innerloop.app.run.RunViewModel;
import innerloop.app.shell.MainWindow;
import innerloop.app.shell.Notices;
import innerloop.app.table.TableViewModel;
import innerloop.io.AtomicFiles;
import innerloop.io.ParameterFiles;
import innerloop.io.RunFolder;
import innerloop.training.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What can be taken away: trained parameters, numbers, pictures. Offers only what there is.
final class Exports {

    private final RunViewModel run;
    private final CurvesView curves;
    private final TableViewModel table;
    private final Node graph;
    private final Node embedding;
    private final DocumentFiles files;
    private final FileChoices choices;
    private final MainWindow window;

    Exports(
            RunViewModel run,
            CurvesView curves,
            TableViewModel table,
            Node graph,
            Node embedding,
            DocumentFiles files,
            FileChoices choices,
            MainWindow window) {
        this.run = run;
        this.curves = curves;
        this.table = table;
        this.graph = graph;
        this.embedding = embedding;
        this.files = files;
        this.choices = choices;
        this.window = window;
        curves.setFiles((suggested, contents) -> {
            Writing writing = path -> AtomicFiles.write(path, contents);
            choices.fileToSave(suggested).ifPresent(path -> write(path, writing));
        });
    }

    /// Writes to the chosen place.
    private interface Writing {
        void to(Path path) throws IOException;
    }

    /// Shows the list of what can be exported now.
    void show() {
        Label heading = new Label(Messages.get("export.title"));
        heading.getStyleClass().add("sheet-title");
        VBox sheet = new VBox(6, heading);
        sheet.setId("sheet-export");
        sheet.getStyleClass().add("sheet");
        sheet.setMaxSize(400, VBox.USE_PREF_SIZE);
        RunRecord record = run.record().get();
        if (record != null) {
            add(
                    sheet,
                    "safetensors",
                    "parameters.safetensors",
                    path -> ParameterFiles.write(path, ParameterFiles.Format.SAFETENSORS, record));
            add(
                    sheet,
                    "npz",
                    "parameters.npz",
                    path -> ParameterFiles.write(path, ParameterFiles.Format.NPZ, record));
            add(
                    sheet,
                    "metrics",
                    "metrics.csv",
                    path -> AtomicFiles.write(path, RunFolder.metrics(record.metrics())));
            sheet.getChildren().add(button("folder", () -> runFolder(record)));
        }
        if (run.curves().get() != null) {
            add(sheet, "curves-svg", "curves.svg", path -> AtomicFiles.write(path, curves.svg()));
            add(sheet, "curves-csv", "curves.csv", path -> AtomicFiles.write(path, curves.csv()));
            add(sheet, "curves-png", "curves.png", path -> picture(curves, path));
        }
        addTable(sheet);
        add(sheet, "graph-png", "graph.png", path -> picture(graph, path));
        if (run.observation().get() != null) {
            add(sheet, "embedding-png", "embedding.png", path -> picture(embedding, path));
        }
        if (record == null) {
            Label hint = new Label(Messages.get("export.hint"));
            hint.getStyleClass().add("dim");
            hint.setWrapText(true);
            sheet.getChildren().add(hint);
        }
        window.overlay().show(sheet, Pos.CENTER, sheet.getChildren().get(1));
    }

    private void add(VBox sheet, String id, String suggested, Writing writing) {
        sheet.getChildren()
                .add(
                        button(
                                id,
                                () ->
                                        choices.fileToSave(suggested)
                                                .ifPresent(path -> write(path, writing))));
    }

    /// A table can be long, so it is written behind the window's back.
    private void addTable(VBox sheet) {
        TableViewModel.Snapshot shown = table.snapshot();
        Button button =
                button(
                        "table-csv",
                        () ->
                                choices.fileToSave("table.csv")
                                        .ifPresent(path -> writeBehind(path, shown::write)));
        sheet.getChildren().add(button);
    }

    private void writeBehind(Path path, Writing writing) {
        Thread.ofVirtual()
                .name("export")
                .start(() -> {
                    Runnable said = written(path, writing);
                    Platform.runLater(said);
                });
    }

    private Button button(String id, Runnable action) {
        Button button = new Button(Messages.get("export." + id));
        button.setId("export-" + id);
        button.getStyleClass().add("flat");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(_ -> {
            window.overlay().hide();
            action.run();
        });
        return button;
    }

    private void runFolder(RunRecord record) {
        Optional<Path> graphPath = files.graphPath();
        if (graphPath.isPresent()) {
            choices.folderToSave()
                    .map(folder -> RunFolder.in(folder, record))
                    .ifPresent(folder ->
                            write(folder, path -> RunFolder.write(path, record, graphPath.get())));
        }
    }

    private void write(Path path, Writing writing) {
        written(path, writing).run();
    }

    /// Writes; what is returned tells the person how it went.
    private Runnable written(Path path, Writing writing) {
        try {
            writing.to(path);
            return () ->
                    window.notices()
                            .post(Notices.Kind.INFO, Messages.get("export.done", path), null);
        } catch (IOException e) {
            String line = Messages.get("save.failed", path, String.valueOf(e.getMessage()));
            return () -> window.notices().error(line);
        }
    }

    /// Writes a node as it is seen.
    static void picture(Node node, Path path) throws IOException {
        byte[] png = Png.of(node);
        AtomicFiles.write(path, out -> out.write(png));
    }
}
