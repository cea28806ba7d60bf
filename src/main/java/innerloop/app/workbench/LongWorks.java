package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.arena.ArenaPanel;
import innerloop.app.arena.ArenaViewModel;
import innerloop.app.background.Latest;
import innerloop.app.curves.ChartFiles;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.folds.FoldsPanel;
import innerloop.app.folds.FoldsViewModel;
import innerloop.app.generated.GeneratedPanel;
import innerloop.app.generated.GeneratedViewModel;
import innerloop.app.graphview.GraphView;
import innerloop.app.history.GrowthCharts;
import innerloop.app.history.GrowthViewModel;
import innerloop.app.history.HistoryPlayer;
import innerloop.app.race.RacePanel;
import innerloop.app.race.RaceViewModel;
import innerloop.app.run.LongWork;
import innerloop.app.run.Machine;
import innerloop.app.run.RunViewModel;
import innerloop.app.selection.Selection;
import innerloop.app.shell.Page;
import innerloop.app.work.WorkPanel;
import innerloop.colour.Theme;
import innerloop.graph.AttributedGraph;
import innerloop.io.ArenaScores;
import innerloop.io.FoldScores;
import innerloop.io.GrowthScores;
import innerloop.io.RaceScores;
import innerloop.training.Growth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/// What takes long beside runs, and its pages: folds, the comparison of learners, the race, and the test over time; and the graphs that are drawn from what
/// a run learned.
final class LongWorks {

    private final Machine machine;
    private final FoldsViewModel folds;
    private final ArenaViewModel arena;
    private final RaceViewModel race;
    private final RacePanel racePanel;
    private final GrowthViewModel growth;
    private final WorkPanel<Growth> growthPanel;
    private final GeneratedViewModel generated;
    private final GeneratedPanel generatedPanel;

    LongWorks(
            WorkbenchDocument document,
            RunViewModel run,
            HistoryPlayer player,
            GraphView graph,
            Selection selection) {
        this.machine = new Machine(run.status());
        this.folds = new FoldsViewModel(document, machine);
        this.arena = new ArenaViewModel(document, machine);
        this.race = new RaceViewModel(document, machine);
        this.racePanel = new RacePanel(race, RaceScores::csv);
        this.growth = new GrowthViewModel(document, machine, run.record()::get);
        this.growthPanel =
                new WorkPanel<>(
                        "growth",
                        growth,
                        GrowthScores::csv,
                        () -> GrowthCharts.of(growth.result().get(), player.step().get()));
        player.step().addListener((_, _, _) -> growthPanel.draw());
        this.generated =
                new GeneratedViewModel(
                        run.record(),
                        document.graph()::get,
                        Latest.thread("generator"),
                        Platform::runLater);
        this.generatedPanel = new GeneratedPanel(generated, graph, selection);
    }

    /// These pages with its own before the last.
    List<Page> among(Page... others) {
        List<Page> pages = new ArrayList<>(List.of(others));
        pages.addAll(
                others.length - 1,
                List.of(
                        Page.of(
                                "folds",
                                Messages.get("panel.folds"),
                                new FoldsPanel(folds, FoldScores::csv)),
                        Page.of(
                                "arena",
                                Messages.get("panel.arena"),
                                new ArenaPanel(arena, ArenaScores::csv)),
                        new Page(
                                "race",
                                Messages.get("panel.race"),
                                racePanel.panel(),
                                racePanel.tools()),
                        Page.of("growth", Messages.get("panel.growth"), growthPanel),
                        new Page(
                                "generated",
                                Messages.get("panel.generated"),
                                generatedPanel,
                                generatedPanel.tools())));
        return pages;
    }

    /// Each of them, with what it came to.
    Map<LongWork, Supplier<String>> outcomes() {
        return Map.of(
                folds.work(),
                () -> Messages.get("attention.folds", folds.folds().size()),
                arena.work(),
                arena::outcome,
                race.work(),
                race::outcome,
                growth.work(),
                growth::outcome);
    }

    void setTheme(Theme look) {
        racePanel.panel().setTheme(look);
        growthPanel.setTheme(look);
        generatedPanel.setTheme(look);
    }

    /// @param graphs where a drawn graph is saved
    void setFiles(ChartFiles files, Consumer<AttributedGraph> graphs) {
        racePanel.panel().setFiles(files);
        growthPanel.setFiles(files);
        generatedPanel.setFiles(files, graphs);
    }

    /// Whether the canvases show what they were told last.
    boolean isPainted() {
        return generatedPanel.isPainted();
    }

    /// Which of them has the machine.
    Machine machine() {
        return machine;
    }

    /// Whether one of them goes.
    boolean isActive() {
        return machine.taker().isPresent();
    }

    FoldsViewModel folds() {
        return folds;
    }

    ArenaViewModel arena() {
        return arena;
    }

    RaceViewModel race() {
        return race;
    }

    GrowthViewModel growth() {
        return growth;
    }

    void dispose() {
        generated.dispose();
        outcomes().keySet().forEach(LongWork::dispose);
    }
}
