package innerloop.app.workbench;

import innerloop.app.curves.ChartFiles;
import innerloop.app.embedding.EmbeddingView;
import innerloop.app.graphview.GraphView;
import innerloop.app.run.RunViewModel;
import innerloop.app.selection.Selection;
import innerloop.app.shell.Command;
import innerloop.app.shell.Commands;
import innerloop.app.shell.Overlay;
import innerloop.app.shell.Page;
import innerloop.colour.Theme;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/// The pages that look at one episode closely: its inner loop, and the arithmetic of one node.
final class CloseUps {

    private final InnerLoopPage inner;
    private final CalculusPage calculus;

    CloseUps(
            RunViewModel run,
            Selection selection,
            GraphView graph,
            EmbeddingView embedding,
            Commands commands,
            Supplier<Overlay> overlay) {
        this.inner = new InnerLoopPage(run, selection);
        this.calculus = new CalculusPage(run, selection, graph, embedding, overlay);
        commands.add(
                new Command(
                        "view.calculus",
                        "command.view.calculus",
                        KeyCombination.valueOf("Shortcut+M"),
                        Feather.MAXIMIZE_2,
                        run.outerMoment().isNotNull(),
                        calculus::showLarge));
    }

    /// The page of the inner loop, at the bottom.
    Page innerLoop() {
        return inner.page();
    }

    /// The pages at the side.
    List<Page> beside(Page node) {
        return List.of(node, calculus.page());
    }

    /// @param kept the runs whose learners can learn the watched episode, too
    void setRuns(KeptRuns kept) {
        inner.setRuns(kept);
    }

    void setTheme(Theme look) {
        inner.setTheme(look);
        calculus.setTheme(look);
    }

    void setFiles(ChartFiles files) {
        inner.setFiles(files);
        calculus.setFiles(files);
    }

    void dispose() {
        inner.dispose();
        calculus.dispose();
    }
}
