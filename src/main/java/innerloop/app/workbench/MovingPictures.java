package innerloop.app.workbench;

import innerloop.episode.Phase;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.stream.GraphLayouts;
import innerloop.io.InnerFrames;
import innerloop.io.RunFrames;
import innerloop.io.RunPlayer;
import innerloop.math.Seed;
import innerloop.math.VectorBackend;
import innerloop.math.nd4j.Nd4jEigen;
import innerloop.scene.SceneModel;
import innerloop.training.RunPictures;
import innerloop.training.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/// What plays a run, or an inner loop, outside of the window, in the colours that it has. All of it takes some seconds.
///
/// @param record the run
/// @param graph that of its experiment
/// @param seen the graph as it is seen
/// @param phase of the episode
/// @param number of the episode; empty for the painted one
record MovingPictures(
        RunRecord record,
        AttributedGraph graph,
        SceneModel seen,
        Phase phase,
        OptionalLong number) {

    /// One page for any browser.
    void page(Path file) throws IOException, InputException {
        RunPlayer.write(file, pictures(), places());
    }

    /// The embedding at every checkpoint.
    void gif(Path file) throws IOException, InputException {
        RunFrames.gif(file, pictures(), format());
    }

    /// The same, one file each.
    void pngs(Path folder) throws IOException, InputException {
        RunFrames.pngs(folder, pictures(), format());
    }

    /// The inner loop of the episode.
    void innerGif(Path file) throws IOException, InputException {
        inner().gif(file);
    }

    /// The same, one file each.
    void innerPngs(Path folder) throws IOException, InputException {
        inner().pngs(folder);
    }

    private InnerFrames inner() throws InputException {
        return InnerFrames.of(pictures(), phase, places(), format());
    }

    private RunFrames.Format format() {
        return RunFrames.Format.USUAL.in(seen.theme());
    }

    private RunPictures pictures() throws InputException {
        return RunPictures.of(
                record,
                graph,
                phase,
                number,
                new Nd4jEigen(),
                new VectorBackend(Runtime.getRuntime().availableProcessors()));
    }

    /// Where the nodes are seen, or will be once they are laid out.
    private float[] places() {
        boolean placed =
                seen.nodes() == graph.nodes() && seen.nodes() > 0 && Float.isFinite(seen.xy()[0]);
        return placed
                ? seen.xy()
                : GraphLayouts.settled(graph, new Seed(record.experiment().seed()));
    }
}
