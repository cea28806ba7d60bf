package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.Segments;
import innerloop.app.ToolRow;
import innerloop.app.background.Latest;
import innerloop.app.background.Rest;
import innerloop.app.curves.ChartFiles;
import innerloop.app.keptruns.RunsViewModel;
import innerloop.app.microscope.BesideRun;
import innerloop.app.microscope.MicroscopePanel;
import innerloop.app.microscope.MicroscopeViewModel;
import innerloop.app.run.RunStatusModel;
import innerloop.app.run.RunViewModel;
import innerloop.app.selection.Selection;
import innerloop.app.selection.SelectionMode;
import innerloop.app.shell.Page;
import innerloop.colour.Theme;
import innerloop.episode.Phase;
import innerloop.graph.select.NodeSet;
import innerloop.io.RunStore;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The page of the inner loop, with controls that choose the watched episode.
final class InnerLoopPage {

    private static final int MOST = 9_999;

    private final RunViewModel run;
    private final MicroscopeViewModel model;
    private final MicroscopePanel panel;
    private final ObjectBinding<BitSet> ringed;
    private final ObjectProperty<List<BesideRun>> beside =
            new SimpleObjectProperty<>(this, "beside", List.of());
    private final MenuButton others = new MenuButton(Messages.get("microscope.beside"));

    InnerLoopPage(RunViewModel run, Selection selection) {
        this.run = run;
        this.model =
                new MicroscopeViewModel(
                        run.outerMoment(),
                        run.subject(),
                        run.status().state().map(RunStatusModel.State::active),
                        beside,
                        Latest.thread("microscope"),
                        Platform::runLater,
                        Rest.usual());
        this.panel =
                new MicroscopePanel(
                        model,
                        run.timeline(),
                        nodes ->
                                selection.take(
                                        NodeSet.where(selection.graph().nodes(), nodes::get),
                                        SelectionMode.REPLACE));
        this.ringed =
                Bindings.createObjectBinding(
                        this::changed,
                        model.current(),
                        run.timeline().inner(),
                        run.timeline().chosen(),
                        run.status().state());
        ringed.subscribe(
                nodes -> selection.ring(NodeSet.where(selection.graph().nodes(), nodes::get)));
    }

    /// The nodes to be ringed: while the newest θ of a run is followed, the picture is ahead of the traces.
    private BitSet changed() {
        boolean still = run.timeline().step().isPresent() || !run.isTraining();
        return model.traces()
                .get()
                .filter(_ -> still && model.current().get())
                .map(seen -> seen.changed(run.timeline().inner().get()))
                .orElseGet(BitSet::new);
    }

    Page page() {
        return new Page("inner", Messages.get("panel.inner"), panel, tools());
    }

    private Region tools() {
        Segments<Phase> phases =
                new Segments<>(
                        "inner-phase",
                        "episode.phase",
                        run.watchedPhase(),
                        List.of(Phase.VALIDATION, Phase.TEST));
        phases.visibleProperty().bind(run.record().isNotNull());
        phases.managedProperty().bind(phases.visibleProperty());
        Label name = new Label(Messages.get("microscope.episode"));
        name.getStyleClass().add("dim");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Spinner<Integer> number = new Spinner<>(0, MOST, 0);
        number.setId("inner-episode");
        number.setPrefWidth(76);
        number.setEditable(true);
        number.setTooltip(new Tooltip(Messages.get("microscope.episode.why")));
        name.setLabelFor(number);
        number.valueProperty()
                .addListener((_, _, wanted) -> run.watchedNumber().set(wanted.intValue()));
        run.watchedNumber().subscribe(now -> number.getValueFactory().setValue(now.intValue()));
        HBox chooser = new HBox(6, name, number);
        chooser.setAlignment(Pos.CENTER_LEFT);
        others.setId("inner-beside");
        others.setTooltip(new Tooltip(Messages.get("microscope.beside.why")));
        return new ToolRow(phases, chooser, others);
    }

    /// Lets runs be chosen whose learners learn the episode, too: those that are pinned.
    void setRuns(KeptRuns kept) {
        RunsViewModel list = kept.list();
        beside.bind(kept.pinned());
        others.setOnShowing(_ -> {
            List<MenuItem> items = new ArrayList<>();
            for (RunStore.Kept run : kept.comparable()) {
                CheckMenuItem item = new CheckMenuItem(kept.named(run));
                item.setSelected(list.isPinned(run));
                item.setOnAction(_ -> list.setPinned(List.of(run), item.isSelected()));
                items.add(item);
            }
            if (items.isEmpty()) {
                MenuItem none = new MenuItem(Messages.get("microscope.beside.none"));
                none.setDisable(true);
                items.add(none);
            }
            others.getItems().setAll(items);
        });
        // A menu without items does not open.
        others.getItems().setAll(new MenuItem());
    }

    void setTheme(Theme look) {
        panel.setTheme(look);
    }

    void setFiles(ChartFiles files) {
        panel.setFiles(files);
    }

    void dispose() {
        ringed.dispose();
        model.dispose();
    }
}
