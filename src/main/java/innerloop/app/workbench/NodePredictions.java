package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.shell.MainWindow;
import innerloop.app.shell.Notices;
import innerloop.episode.Support;
import innerloop.episode.Unit;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.io.PredictionCsv;
import innerloop.math.Backend;
import innerloop.math.VectorBackend;
import innerloop.training.Hits;
import innerloop.training.OwnSupport;
import innerloop.training.Prediction;
import innerloop.training.Predictor;
import innerloop.training.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import javafx.application.Platform;

/// Tells the class of every node, or member graph, by what a run has learned, and writes it to a file that a person chooses.
/// Classes and painted episode are those the document has by now: labels given after the run count.
final class NodePredictions {

    private final WorkbenchDocument document;
    private final FileChoices choices;
    private final MainWindow window;

    NodePredictions(WorkbenchDocument document, FileChoices choices, MainWindow window) {
        this.document = document;
        this.choices = choices;
        this.window = window;
    }

    /// Asks for a file, then works in the background.
    ///
    /// @param share takes on the JavaFX thread how much is done, 1 at the end
    void write(RunRecord record, DoubleConsumer share) {
        AttributedGraph graph = document.graph().get();
        Experiment now = document.experiment().get();
        Experiment ran = record.experiment();
        if (graph == null
                || !ran.task().getClass().equals(now.task().getClass())
                || !ran.history().equals(now.history())) {
            window.notices().error(Messages.get("predict.changed"));
            return;
        }
        Experiment experiment = ran.withSplit(now.split());
        choices.fileToSave("predictions.csv")
                .ifPresent(file -> {
                    share.accept(0);
                    Thread.ofVirtual()
                            .name("predict")
                            .start(() -> {
                                Runnable said = written(file, experiment, record, graph, share);
                                Platform.runLater(() -> {
                                    share.accept(1);
                                    said.run();
                                });
                            });
                });
    }

    /// Predicts and writes; what is returned tells the person how it went.
    private Runnable written(
            Path file,
            Experiment experiment,
            RunRecord record,
            AttributedGraph graph,
            DoubleConsumer share) {
        try {
            Predictor predictor = predictor(experiment, record, graph);
            boolean ofGraphs = experiment.task().drawing().unit() == Unit.MEMBER_GRAPH;
            double all = ofGraphs ? graph.graphs() : graph.nodes();
            Prediction said =
                    predictor.predict(
                            false,
                            done -> Platform.runLater(() -> share.accept(Math.min(1, done / all))));
            PredictionCsv.write(file, said, graph);
            String words =
                    Messages.get(
                                    ofGraphs ? "predict.done.graphs" : "predict.done",
                                    said.size(),
                                    said.classes().size(),
                                    file)
                            + predictor.unseen(said).map(NodePredictions::expected).orElse("");
            return () -> window.notices().post(Notices.Kind.INFO, words, null);
        } catch (IOException e) {
            String line = SaveFailure.line(file, e);
            return () -> window.notices().error(line);
        } catch (InputException e) {
            return () -> window.notices().error(String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            return () -> window.notices().error(Messages.get("predict.memory"));
        }
    }

    private static String expected(Hits hits) {
        return Messages.get(
                "predict.expect", hits.accuracy(), hits.low(), hits.high(), hits.asked());
    }

    private static Predictor predictor(
            Experiment experiment, RunRecord record, AttributedGraph graph) throws InputException {
        Backend backend = new VectorBackend(Runtime.getRuntime().availableProcessors());
        if (experiment.task().isWhole()) {
            return Predictor.ofWhole(experiment, graph, record.tested(), backend);
        }
        Support support = OwnSupport.of(experiment, graph).support();
        return Predictor.of(experiment, graph, record.tested(), support, backend);
    }
}
