package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.Png;
import innerloop.app.curves.ChartFiles;
import innerloop.app.curves.CurvesView;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.embedding.EmbeddingView;
import innerloop.app.graphview.GraphView;
import innerloop.app.run.ResultCard;
import innerloop.app.run.RunViewModel;
import innerloop.app.shell.MainWindow;
import innerloop.app.shell.Notices;
import innerloop.app.table.TableViewModel;
import innerloop.app.workbench.ExportSheet.Kind;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.io.AtomicFiles;
import innerloop.io.GraphWriters;
import innerloop.io.LearnedCsv;
import innerloop.io.ParameterFiles;
import innerloop.io.RunFolder;
import innerloop.scene.EmbeddedNodes;
import innerloop.training.Observation;
import innerloop.training.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.DoubleConsumer;
import javafx.application.Platform;
import javafx.scene.Node;

/// What can be taken away: trained parameters, numbers, pictures. Offers only what there is.
final class Exports {

    private final WorkbenchDocument document;
    private final RunViewModel run;
    private final CurvesView curves;
    private final TableViewModel table;
    private final GraphView graph;
    private final EmbeddingView embedding;
    private final DocumentFiles files;
    private final FileChoices choices;
    private final MainWindow window;

    Exports(
            WorkbenchDocument document,
            RunViewModel run,
            CurvesView curves,
            TableViewModel table,
            GraphView graph,
            EmbeddingView embedding,
            DocumentFiles files,
            FileChoices choices,
            MainWindow window) {
        this.document = document;
        this.run = run;
        this.curves = curves;
        this.table = table;
        this.graph = graph;
        this.embedding = embedding;
        this.files = files;
        this.choices = choices;
        this.window = window;
        curves.setFiles(chartFiles());
    }

    /// Takes the files of single charts.
    ChartFiles chartFiles() {
        return (suggested, contents) -> {
            Writing writing = path -> AtomicFiles.write(path, contents);
            choices.fileToSave(suggested).ifPresent(path -> write(path, writing));
        };
    }

    /// What can be taken of a run that is over.
    ResultCard.Uses of(RunRecord record) {
        NodePredictions predictions = new NodePredictions(document, choices, window, record);
        return new ResultCard.Uses() {
            @Override
            public void export() {
                show();
            }

            @Override
            public void predict(DoubleConsumer share) {
                predictions.write(share);
            }

            @Override
            public void predictFromFile(DoubleConsumer share) {
                predictions.writeFromFile(share);
            }
        };
    }

    /// Writes a generated graph, in the format of the ending that is chosen.
    void saveGraph(AttributedGraph generated) {
        choices.fileToSave("generated.graphml")
                .ifPresent(path -> writeBehind(path, to -> GraphWriters.write(generated, to)));
    }

    /// Writes to the chosen place.
    private interface Writing {
        void to(Path path) throws IOException, InputException;
    }

    /// Shows the list of what can be exported now.
    void show() {
        ExportSheet sheet = new ExportSheet();
        RunRecord record = run.record().get();
        if (record != null) {
            add(
                    sheet,
                    Kind.NETWORK,
                    "safetensors",
                    "parameters.safetensors",
                    path -> ParameterFiles.write(path, ParameterFiles.Format.SAFETENSORS, record));
            add(
                    sheet,
                    Kind.NETWORK,
                    "npz",
                    "parameters.npz",
                    path -> ParameterFiles.write(path, ParameterFiles.Format.NPZ, record));
            sheet.offer(Kind.NETWORK, "folder", () -> runFolder(record));
            add(
                    sheet,
                    Kind.NUMBERS,
                    "metrics",
                    "metrics.csv",
                    path -> AtomicFiles.write(path, RunFolder.metrics(record.metrics())));
        } else {
            sheet.hint(Messages.get("export.hint"));
        }
        boolean curved = run.curves().get() != null;
        if (curved) {
            add(
                    sheet,
                    Kind.NUMBERS,
                    "curves-csv",
                    "curves.csv",
                    path -> AtomicFiles.write(path, curves.csv()));
        }
        learned(sheet);
        // A table can be long, so it is written behind the window's back.
        TableViewModel.Snapshot shown = table.snapshot();
        addBehind(sheet, Kind.NUMBERS, "table-csv", "table.csv", shown::write);
        add(sheet, Kind.PICTURES, "graph-png", "graph.png", path -> picture(graph, path));
        add(
                sheet,
                Kind.PICTURES,
                "graph-svg",
                "graph.svg",
                path -> AtomicFiles.write(path, graph.canvas().raster().svg()));
        if (run.observation().get() != null) {
            add(
                    sheet,
                    Kind.PICTURES,
                    "embedding-png",
                    "embedding.png",
                    path -> picture(embedding, path));
            add(
                    sheet,
                    Kind.PICTURES,
                    "embedding-svg",
                    "embedding.svg",
                    path -> AtomicFiles.write(path, embedding.canvas().raster().svg()));
        }
        if (curved) {
            add(
                    sheet,
                    Kind.PICTURES,
                    "curves-svg",
                    "curves.svg",
                    path -> AtomicFiles.write(path, curves.svg()));
            add(sheet, Kind.PICTURES, "curves-png", "curves.png", path -> picture(curves, path));
        }
        if (record != null) {
            playing(sheet, record);
        }
        sheet.show(window.overlay());
    }

    /// The run as a page that plays it, and as moving pictures; they take some seconds.
    private void playing(ExportSheet sheet, RunRecord record) {
        AttributedGraph shown = document.graph().get();
        if (shown == null) {
            return;
        }
        boolean isPainted = !record.experiment().split().painted().isEmpty();
        MovingPictures moving =
                new MovingPictures(
                        record,
                        shown,
                        graph.canvas().model(),
                        run.watchedPhase().get(),
                        isPainted
                                ? OptionalLong.empty()
                                : OptionalLong.of(run.watchedNumber().get()));
        addBehind(sheet, Kind.PLAYING, "run-html", "run.html", moving::page);
        addBehind(sheet, Kind.PLAYING, "run-gif", "run.gif", moving::gif);
        addFolder(sheet, "run-pngs", "run-pictures", moving::pngs);
        if (record.experiment().learner().innerSteps() > 0) {
            addBehind(sheet, Kind.PLAYING, "inner-gif", "inner.gif", moving::innerGif);
            addFolder(sheet, "inner-pngs", "inner-pictures", moving::innerPngs);
        }
    }

    /// Offers a folder of pictures.
    private void addFolder(ExportSheet sheet, String id, String name, Writing writing) {
        sheet.offer(
                Kind.PLAYING,
                id,
                () ->
                        choices.folderToSave()
                                .map(folder -> folder.resolve(name))
                                .ifPresent(folder -> writeBehind(folder, writing)));
    }

    /// What the live picture says of each node, or of each member graph.
    private void learned(ExportSheet sheet) {
        Observation seen = run.observation().get();
        AttributedGraph shown = document.graph().get();
        if (seen == null || shown == null) {
            return;
        }
        Observation said = seen.in(shown.classes());
        addBehind(
                sheet,
                Kind.NUMBERS,
                "predictions-csv",
                "predictions.csv",
                path -> LearnedCsv.predictions(path, said, shown));
        EmbeddedNodes nodes = embedding.nodesProperty().get();
        if (nodes.count() == said.outcome().examples().size()) {
            addBehind(
                    sheet,
                    Kind.NUMBERS,
                    "embedding-csv",
                    "embedding.csv",
                    path ->
                            LearnedCsv.embedding(
                                    path, said, shown, nodes.positions(), nodes.dimensions()));
        }
    }

    private void add(ExportSheet sheet, Kind kind, String id, String suggested, Writing writing) {
        sheet.offer(
                kind,
                id,
                () -> choices.fileToSave(suggested).ifPresent(path -> write(path, writing)));
    }

    private void addBehind(
            ExportSheet sheet, Kind kind, String id, String suggested, Writing writing) {
        sheet.offer(
                kind,
                id,
                () -> choices.fileToSave(suggested).ifPresent(path -> writeBehind(path, writing)));
    }

    private void writeBehind(Path path, Writing writing) {
        Thread.ofVirtual()
                .name("export")
                .start(() -> {
                    Runnable said = written(path, writing);
                    Platform.runLater(said);
                });
    }

    private void runFolder(RunRecord record) {
        Optional<Path> graphPath = files.graphPath();
        if (graphPath.isPresent()) {
            choices.folderToSave()
                    .map(folder -> RunFolder.in(folder, record))
                    .ifPresent(folder ->
                            write(
                                    folder,
                                    path -> RunFolder.writeNew(path, record, graphPath.get())));
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
            String line = SaveFailure.line(path, e);
            return () -> window.notices().error(line);
        } catch (InputException e) {
            return () -> window.notices().error(Messages.of(e));
        }
    }

    /// Writes a node as it is seen.
    static void picture(Node node, Path path) throws IOException {
        byte[] png = Png.of(node);
        AtomicFiles.write(path, out -> out.write(png));
    }
}
