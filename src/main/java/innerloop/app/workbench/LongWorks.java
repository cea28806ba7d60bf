package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.curves.ChartFiles;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.folds.FoldsPanel;
import innerloop.app.folds.FoldsViewModel;
import innerloop.app.race.RacePanel;
import innerloop.app.race.RaceViewModel;
import innerloop.app.run.LongWork;
import innerloop.app.run.Machine;
import innerloop.app.run.RunStatusModel;
import innerloop.app.shell.Page;
import innerloop.colour.Theme;
import innerloop.io.FoldScores;
import innerloop.io.RaceScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What takes long beside runs, and its pages: folds and the race.
final class LongWorks {

    private final Machine machine;
    private final FoldsViewModel folds;
    private final RaceViewModel race;
    private final RacePanel racePanel;

    LongWorks(WorkbenchDocument document, RunStatusModel run) {
        this.machine = new Machine(run);
        this.folds = new FoldsViewModel(document, machine);
        this.race = new RaceViewModel(document, machine);
        this.racePanel = new RacePanel(race, RaceScores::csv);
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
                        new Page(
                                "race", Messages.get("panel.race"), racePanel, racePanel.tools())));
        return pages;
    }

    /// Each of them, with what it came to.
    Map<LongWork, Supplier<String>> outcomes() {
        return Map.of(
                folds.work(),
                () -> Messages.get("attention.folds", folds.folds().size()),
                race.work(),
                race::outcome);
    }

    void setTheme(Theme look) {
        racePanel.setTheme(look);
    }

    void setFiles(ChartFiles files) {
        racePanel.setFiles(files);
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

    RaceViewModel race() {
        return race;
    }

    void dispose() {
        outcomes().keySet().forEach(LongWork::dispose);
    }
}
