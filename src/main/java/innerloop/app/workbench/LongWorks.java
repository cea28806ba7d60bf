package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.arena.ArenaPanel;
import innerloop.app.arena.ArenaViewModel;
import innerloop.app.background.Latest;
import innerloop.app.background.Rest;
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
import innerloop.app.outer.OuterPanel;
import innerloop.app.outer.OuterViewModel;
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
import innerloop.training.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What takes long beside runs, and its pages: folds, the comparison of learners, the race, and the test over time; and the graphs that are drawn from what
/// a run learned, and the outer step that is taken apart.
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
    private final ObservableValue<Boolean> drawsEpisodes;
    private final ObservableValue<Boolean> hasHistory;
    private final ObservableValue<Boolean> generates;
    private final OuterViewModel outer;
    private final OuterPanel outerPanel;

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
        this.drawsEpisodes = document.experiment().map(e -> !e.task().isWhole());
        this.hasHistory = player.steps().map(steps -> steps.intValue() > 0);
        this.generates =
                Bindings.createBooleanBinding(
                        () -> generates(document, run.record().get()),
                        document.experiment(),
                        document.graph(),
                        run.record());
        this.generatedPanel = new GeneratedPanel(generated, graph, selection);
        this.outer =
                new OuterViewModel(
                        run.outerMoment(),
                        Latest.thread("outer step"),
                        Platform::runLater,
                        Rest.usual());
        this.outerPanel = new OuterPanel(outer);
    }

    /// Whether the recipe, or the run that is shown, learns a distribution of graphs.
    private static boolean generates(WorkbenchDocument document, @Nullable RunRecord shown) {
        AttributedGraph graph = document.graph().get();
        return graph != null
                && Stream.of(
                                Optional.of(document.experiment().get()),
                                Optional.ofNullable(shown).map(RunRecord::experiment))
                        .flatMap(Optional::stream)
                        .anyMatch(one -> one.task().criterion(graph).readout().sampleWidth() > 0);
    }

    /// These pages with its own before the last, and the outer step behind the inner loop.
    ///
    /// @param innerLoop is there for tasks of small episodes, as the outer step is
    List<Page> among(Page first, Page innerLoop, Page... others) {
        List<Page> pages =
                new ArrayList<>(
                        List.of(
                                first,
                                innerLoop.offered(drawsEpisodes),
                                Page.of("outer", Messages.get("panel.outer"), outerPanel)
                                        .offered(drawsEpisodes)));
        pages.addAll(List.of(others));
        pages.addAll(
                pages.size() - 1,
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
                        Page.of("growth", Messages.get("panel.growth"), growthPanel)
                                .offered(hasHistory),
                        new Page(
                                        "generated",
                                        Messages.get("panel.generated"),
                                        generatedPanel,
                                        generatedPanel.tools())
                                .offered(generates)));
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

    /// Goes on with what came out of others.
    void takeOver(LongWorks before) {
        folds.takeOver(before.folds);
        arena.takeOver(before.arena);
        race.takeOver(before.race);
        growth.takeOver(before.growth);
    }

    void setTheme(Theme look) {
        racePanel.panel().setTheme(look);
        growthPanel.setTheme(look);
        generatedPanel.setTheme(look);
        outerPanel.setTheme(look);
    }

    /// @param graphs where a drawn graph is saved
    void setFiles(ChartFiles files, Consumer<AttributedGraph> graphs) {
        racePanel.panel().setFiles(files);
        growthPanel.setFiles(files);
        generatedPanel.setFiles(files, graphs);
        outerPanel.setFiles(files);
    }

    /// @param episode shows the nodes of the episode that a card of the outer step is of
    void setEpisode(ShownEpisode episode) {
        outerPanel.setLight(episode::light);
    }

    /// Whether the canvases show what they were told last.
    boolean isPainted() {
        return generatedPanel.isPainted() && !outer.isPending();
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

    OuterViewModel outer() {
        return outer;
    }

    void dispose() {
        generated.dispose();
        outer.dispose();
        outcomes().keySet().forEach(LongWork::dispose);
    }
}
