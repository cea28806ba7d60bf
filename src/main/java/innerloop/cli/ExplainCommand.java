package innerloop.cli;

import innerloop.calculus.AdaptedTo;
import innerloop.calculus.Explainer;
import innerloop.calculus.Explanation;
import innerloop.calculus.LossSlice;
import innerloop.calculus.Term;
import innerloop.calculus.Wanted;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.io.ExplanationJson;
import innerloop.io.ExplanationPage;
import innerloop.io.RunReader;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.meta.LearnerState;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `explain EXPERIMENT|RUN --node NAME`: the arithmetic of one node, member graph or pair, each derivative beside its finite difference.
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Compute what the network says of one node, member graph or pair step by step, in"
                        + " float64: messages, weights, activations, scores; with --backward every derivative of its loss beside a"
                        + " finite difference, and the formulas that are usually printed and wrong.")
public final class ExplainCommand implements Callable<Integer> {

    @Mixin private ExperimentOptions options = new ExperimentOptions();

    @Option(
            names = "--node",
            paramLabel = "NAME|NUMBER",
            description =
                    "the node: its id, its name, or else its number, counted from 0; where member"
                            + " graphs are told apart, the graph it is in, and where pairs are, a"
                            + " pair of the episode that it is in")
    private @Nullable String node;

    @Option(
            names = "--graph",
            paramLabel = "NUMBER",
            description = "a member graph, counted from 0, seen from its first node")
    private @Nullable Integer graph;

    @Option(
            names = "--edge",
            paramLabel = "A,B",
            description = "a pair of nodes, called as --node calls them, seen from the first")
    private @Nullable String edge;

    @Option(
            names = "--inner",
            description =
                    "in place of a node: the backward pass through the inner loop of the episode,"
                            + " line by line, with first order beside it")
    private boolean inner;

    @Option(
            names = "--slice",
            paramLabel = "LOSS",
            description =
                    "with --inner: a slice of a loss of the episode in a plane through θ, on which"
                            + " the meta-gradient in both orders is seen; LOSS is after (the query loss after the"
                            + " inner loop from there), query or support (the losses there)")
    private LossSlice.@Nullable Loss slice;

    @Option(
            names = "--through",
            paramLabel = "PLANE",
            description =
                    "what the plane of --slice goes through: gradients (the meta-gradient in both"
                            + " orders) or path (the end of the inner loop) (default: ${DEFAULT-VALUE})")
    private LossSlice.Through through = LossSlice.Through.GRADIENTS;

    @Option(
            names = "--episode",
            paramLabel = "N",
            description =
                    "the test episode that θ is adapted to, counted from 0 (default:"
                            + " ${DEFAULT-VALUE})")
    private long episode;

    @Option(names = "--layer", paramLabel = "N", description = "this layer alone, counted from 1")
    private @Nullable Integer layer;

    @Option(names = "--backward", description = "the derivatives of the loss, too")
    private boolean backward;

    @Option(names = "--json", description = "print JSON instead of tables")
    private boolean json;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "write a worksheet to print instead of tables")
    private @Nullable Path html;

    @Option(
            names = "--blanks",
            description =
                    "with --html: leave out what can be computed, and write the answers to"
                            + " FILE-answers")
    private boolean blanks;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException, IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter result = command.commandLine().getOut();
        if (episode < 0) {
            throw new InputException("must be at least 0, not " + episode, "--episode", "");
        }
        if (Stream.of(node, graph, edge).filter(Objects::nonNull).count() != (inner ? 0 : 1)) {
            throw new InputException(
                    "what is to be explained?",
                    "--node, --graph, --edge, --inner",
                    "give one of them");
        }
        if (inner && layer != null) {
            throw new InputException("an inner loop has no layers", "--layer", "leave it out");
        }
        if (slice != null && (!inner || html != null)) {
            throw new InputException(
                    "goes with an inner loop, and not into a worksheet",
                    "--slice",
                    "add --inner, and leave --html out");
        }
        if (blanks && html == null) {
            throw new InputException("goes with a worksheet alone", "--blanks", "add --html FILE");
        }
        if (json && html != null) {
            throw new InputException("exclude each other", "--json and --html", "give one of them");
        }
        Answer answer = answer(command.commandLine().getErr());
        Explanation explanation = answer.explanation();
        List<Term> terms = layer == null ? explanation.terms() : explanation.ofLayer(layer);
        if (json) {
            result.println(ExplanationJson.text(explanation, terms, answer.slice()).strip());
        } else if (html != null) {
            ExplanationPage.write(html, explanation, terms, blanks);
            result.printf("written to %s%n", html);
            if (blanks) {
                result.printf("the answers are in %s%n", ExplanationPage.answers(html));
            }
        } else {
            ExplanationText text = new ExplanationText(result);
            text.print(explanation, terms);
            answer.slice().ifPresent(text::print);
        }
        return 0;
    }

    private record Answer(Explanation explanation, Optional<LossSlice> slice) {}

    private Answer answer(PrintWriter progress) throws InputException {
        Nd4jBackend backend = new Nd4jBackend();
        Path file = options.file();
        if (!Files.isDirectory(file)) {
            ExperimentOptions.Opened opened = options.open();
            Explainer explainer =
                    explainer(opened.experiment(), opened.imported().graph(), backend);
            Optional<Wanted> asked = wanted(explainer);
            opened.note(progress);
            return explain(explainer, explainer.setup().initial(), asked, "untrained");
        }
        options.requireUnchanged();
        AttributedGraph graph = ExperimentOptions.graphOf(file);
        Explainer explainer = explainer(RunReader.summary(file).experiment(), graph, backend);
        Optional<Wanted> asked = wanted(explainer);
        LearnerState learned = RunReader.record(file, graph, backend).tested();
        return explain(explainer, learned, asked, "of the run");
    }

    private Explainer explainer(Experiment experiment, AttributedGraph graph, Nd4jBackend backend)
            throws InputException {
        int layers = experiment.encoder().layers().count();
        if (layer != null && (layer < 1 || layer > layers)) {
            throw new InputException(
                    "there is no layer " + layer, "--layer", "give 1 to " + layers);
        }
        return Explainer.of(experiment, graph, backend);
    }

    /// The example; empty for the inner loop.
    private Optional<Wanted> wanted(Explainer explainer) throws InputException {
        if (inner) {
            return Optional.empty();
        }
        if (graph != null) {
            return Optional.of(explainer.memberGraph(graph));
        }
        return Optional.of(
                edge != null
                        ? explainer.pair(edge)
                        : new Wanted.Node(explainer.node(Objects.requireNonNull(node))));
    }

    private Answer explain(
            Explainer explainer, LearnerState learned, Optional<Wanted> asked, String theta)
            throws InputException {
        AdaptedTo adaptedTo = explainer.testEpisode(episode);
        if (asked.isPresent()) {
            Explainer.Question question =
                    new Explainer.Question(asked.get(), adaptedTo, backward, theta);
            return new Answer(explainer.explain(learned, question), Optional.empty());
        }
        Explanation explanation = explainer.explainInnerLoop(learned, adaptedTo, theta);
        LossSlice.Loss loss = slice;
        return new Answer(
                explanation,
                loss == null
                        ? Optional.empty()
                        : Optional.of(
                                explainer.slice(
                                        learned,
                                        adaptedTo.subject(),
                                        new LossSlice.Wanted(loss, through),
                                        () -> {},
                                        _ -> {})));
    }
}
