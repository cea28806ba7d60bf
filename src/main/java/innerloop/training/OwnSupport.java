package innerloop.training;

import innerloop.episode.FewShot;
import innerloop.episode.Split;
import innerloop.episode.Support;
import innerloop.episode.Unit;
import innerloop.experiment.Experiment;
import innerloop.graph.Amount;
import innerloop.graph.AttributedGraph;
import innerloop.math.Seed;
import java.util.Optional;

/// The support set that an experiment itself has for a prediction: the one a person painted, if that episode is whole; otherwise as
/// many labelled examples of each novel class as its test episodes have, so that the score of the test says what to expect.
///
/// @param support the examples
/// @param sentence where they come from, in words
public record OwnSupport(Support support, String sentence) {

    /// That of this experiment.
    ///
    /// @param graph as the experiment sees it
    public static OwnSupport of(Experiment experiment, AttributedGraph graph) {
        Split split = experiment.split();
        FewShot drawing = experiment.task().drawing();
        Optional<Support> painted = Support.painted(graph, split, drawing);
        if (painted.isPresent()) {
            return new OwnSupport(
                    painted.get(),
                    "the painted episode of the experiment: "
                            + counted(painted.get(), drawing.unit()));
        }
        Support drawn = Support.drawn(graph, split, drawing, new Seed(experiment.seed()));
        return new OwnSupport(
                drawn,
                "%s, %s%d of each novel class, drawn from the labelled ones by seed %d"
                        .formatted(
                                counted(drawn, drawing.unit()),
                                drawn.size() < drawn.ways() * drawing.shots() ? "at most " : "",
                                drawing.shots(),
                                experiment.seed()));
    }

    /// How many examples and classes there are: `18 nodes of 6 classes`.
    public static String counted(Support support, Unit unit) {
        return "%s of %s"
                .formatted(unit.phrase(support.size()), Amount.of(support.ways(), "class"));
    }
}
