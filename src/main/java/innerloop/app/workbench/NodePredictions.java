package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.shell.MainWindow;
import innerloop.app.shell.Notices;
import innerloop.checks.Nearest;
import innerloop.episode.Support;
import innerloop.episode.Unit;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.io.PredictionCsv;
import innerloop.io.SupportCsv;
import innerloop.math.Backend;
import innerloop.math.VectorBackend;
import innerloop.training.Hits;
import innerloop.training.OwnSupport;
import innerloop.training.Prediction;
import innerloop.training.Predictor;
import innerloop.training.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.application.Platform;

/// Tells the class of every node, or member graph, by what a run has learned, and writes it to a file that a person chooses.
/// Classes and painted episode are those the document has by now: labels given after the run count. Learned is
/// what the experiment has for it, or what a file says.
final class NodePredictions {

    /// A notice is no list.
    private static final int MOST_NAMED = 3;

    private final WorkbenchDocument document;
    private final FileChoices choices;
    private final MainWindow window;
    private final RunRecord record;

    /// @param record of the run
    NodePredictions(
            WorkbenchDocument document, FileChoices choices, MainWindow window, RunRecord record) {
        this.document = document;
        this.choices = choices;
        this.window = window;
        this.record = record;
    }

    /// What there is to predict, when a person asks for it.
    ///
    /// @param experiment of the run, with the split of now
    /// @param graph of now
    private record Question(Experiment experiment, AttributedGraph graph) {

        Unit unit() {
            return experiment.task().drawing().unit();
        }

        int size() {
            return unit() == Unit.MEMBER_GRAPH ? graph.graphs() : graph.nodes();
        }

        /// Empty for a task that is one whole episode.
        Optional<Support> ownSupport() {
            return experiment.task().isWhole()
                    ? Optional.empty()
                    : Optional.of(OwnSupport.of(experiment, graph).support());
        }
    }

    /// Asks for a file, then works in the background.
    ///
    /// @param share takes on the JavaFX thread how much is done, 1 at the end
    void write(DoubleConsumer share) {
        question().ifPresent(question -> write(question, question::ownSupport, share));
    }

    /// Asks for a file with labels and, if they can be learned, for one to write.
    ///
    /// @param share takes on the JavaFX thread how much is done, 1 at the end
    void writeFromFile(DoubleConsumer share) {
        Optional<Question> asked = question();
        if (asked.isEmpty()) {
            return;
        }
        Question question = asked.get();
        choices.labelsToOpen()
                .ifPresent(file ->
                        behind(
                                share,
                                () -> {
                                    Support read =
                                            SupportCsv.read(
                                                    file, question.graph(), question.unit());
                                    return () -> write(question, () -> Optional.of(read), share);
                                }));
    }

    /// Empty, after a word to the person, if the document is too different by now.
    private Optional<Question> question() {
        AttributedGraph graph = document.graph().get();
        Experiment now = document.experiment().get();
        Experiment ran = record.experiment();
        if (graph == null
                || !ran.task().getClass().equals(now.task().getClass())
                || !ran.history().equals(now.history())) {
            window.notices().error(Messages.get("predict.changed"));
            return Optional.empty();
        }
        return Optional.of(new Question(ran.withSplit(now.split()), graph));
    }

    private void write(
            Question question, Supplier<Optional<Support>> support, DoubleConsumer share) {
        choices.fileToSave("predictions.csv")
                .ifPresent(
                        file -> behind(share, () -> written(file, question, support.get(), share)));
    }

    /// What takes time; what is returned goes on on the JavaFX thread.
    private interface Work {
        Runnable run() throws InputException;
    }

    private void behind(DoubleConsumer share, Work work) {
        share.accept(0);
        Thread.ofVirtual()
                .name("predict")
                .start(() -> {
                    Runnable said = said(work);
                    Platform.runLater(() -> {
                        share.accept(1);
                        said.run();
                    });
                });
    }

    private Runnable said(Work work) {
        try {
            return work.run();
        } catch (InputException e) {
            return () -> window.notices().error(Messages.of(e));
        } catch (OutOfMemoryError e) {
            return () -> window.notices().error(Messages.get("predict.memory"));
        }
    }

    /// Predicts and writes; what is returned tells the person how it went.
    private Runnable written(
            Path file, Question question, Optional<Support> support, DoubleConsumer share)
            throws InputException {
        Predictor predictor = predictor(question, support);
        AttributedGraph graph = question.graph();
        double all = question.size();
        Prediction said =
                predictor.predict(
                        false,
                        done -> Platform.runLater(() -> share.accept(Math.min(1, done / all))));
        try {
            PredictionCsv.write(file, said, graph);
        } catch (IOException e) {
            String line = SaveFailure.line(file, e);
            return () -> window.notices().error(line);
        }
        String words =
                Messages.get(
                                question.unit() == Unit.MEMBER_GRAPH
                                        ? "predict.done.graphs"
                                        : "predict.done",
                                said.size(),
                                said.classes().size(),
                                file)
                        + predictor.unseen(said).map(NodePredictions::expected).orElse("")
                        + support.map(learned -> unknown(learned.newTo(graph), graph)).orElse("");
        return () -> window.notices().post(Notices.Kind.INFO, words, null);
    }

    private static String unknown(List<String> classes, AttributedGraph graph) {
        return classes.stream()
                .limit(MOST_NAMED)
                .map(name -> Messages.get("predict.new", name, Nearest.of(name, graph.classes())))
                .collect(Collectors.joining());
    }

    private static String expected(Hits hits) {
        return Messages.get(
                "predict.expect", hits.accuracy(), hits.low(), hits.high(), hits.asked());
    }

    private Predictor predictor(Question question, Optional<Support> support)
            throws InputException {
        Backend backend = new VectorBackend(Runtime.getRuntime().availableProcessors());
        Experiment experiment = question.experiment();
        AttributedGraph graph = question.graph();
        return support.isPresent()
                ? Predictor.of(experiment, graph, record.tested(), support.get(), backend)
                : Predictor.ofWhole(experiment, graph, record.tested(), backend);
    }
}
