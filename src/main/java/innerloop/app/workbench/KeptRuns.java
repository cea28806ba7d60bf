package innerloop.app.workbench;

import innerloop.app.ExperimentName;
import innerloop.app.Messages;
import innerloop.app.background.Latest;
import innerloop.app.curves.CurvesView;
import innerloop.app.curves.PinnedRun;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.keptruns.RunsContext;
import innerloop.app.keptruns.RunsPanel;
import innerloop.app.keptruns.RunsViewModel;
import innerloop.app.microscope.BesideRun;
import innerloop.app.run.RunViewModel;
import innerloop.app.shell.MainWindow;
import innerloop.app.shell.Notices;
import innerloop.app.shell.Page;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.io.RunFolder;
import innerloop.io.RunNotes;
import innerloop.io.RunReader;
import innerloop.io.RunStore;
import innerloop.io.RunStore.Damaged;
import innerloop.io.RunStore.Kept;
import innerloop.math.VectorBackend;
import innerloop.training.RunCurves;
import innerloop.training.RunRecord;
import innerloop.training.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The list of kept runs and what it does with the rest of the window: opening a run as it was, running it again, and
/// drawing its curves behind others.
final class KeptRuns implements RunsContext, AutoCloseable {

    private final WorkbenchDocument document;
    private final RunViewModel run;
    private final CurvesView curves;
    private final Supplier<MainWindow> window;
    private final Supplier<DocumentFiles> files;
    private final Consumer<Path> reveal;
    private final Runnable start;
    private final Runnable look;
    private final RunsViewModel list;
    private final ReadOnlyObjectWrapper<List<BesideRun>> pinned =
            new ReadOnlyObjectWrapper<>(this, "pinned", List.of());

    private final Latest<Runnable> reopening =
            new Latest<>(
                    Latest.virtual("reopen run"), Platform::runLater, Runnable::run, this::failed);

    private final Latest<Runnable> pinning =
            new Latest<>(
                    Latest.virtual("pin runs"), Platform::runLater, Runnable::run, this::failed);

    /// The run that the open experiment was branched from.
    private @Nullable Kept branchedFrom;

    /// @param runs the folder that all runs are kept in
    /// @param window asked for when something is to be said
    /// @param files asked for when a run is opened
    /// @param reveal shows a person the folder at a path
    /// @param start runs what is open
    /// @param look lets the views look at the run until nothing comes any more
    KeptRuns(
            WorkbenchDocument document,
            RunViewModel run,
            CurvesView curves,
            Path runs,
            Supplier<MainWindow> window,
            Supplier<DocumentFiles> files,
            Consumer<Path> reveal,
            Runnable start,
            Runnable look) {
        this.document = document;
        this.run = run;
        this.curves = curves;
        this.window = window;
        this.files = files;
        this.reveal = reveal;
        this.start = start;
        this.look = look;
        this.list = new RunsViewModel(new RunStore(runs), this);
        document.openings()
                .addListener((_, _, _) -> {
                    branchedFrom = null;
                    list.keepPinsOf(document.experiment().get().graph());
                });
    }

    RunsViewModel list() {
        return list;
    }

    /// The runs that are pinned.
    ReadOnlyObjectProperty<List<BesideRun>> pinned() {
        return pinned.getReadOnlyProperty();
    }

    /// The runs on the open graph that learn the same task, the newest first.
    List<Kept> comparable() {
        Experiment open = document.experiment().get();
        Path graph = Path.of(open.graph()).getFileName();
        return list.shown().stream()
                .filter(kept -> {
                    Experiment theirs = kept.summary().experiment();
                    return Objects.equals(Path.of(theirs.graph()).getFileName(), graph)
                            && theirs.task().equals(open.task());
                })
                .toList();
    }

    /// The name of a run with its score.
    String named(Kept kept) {
        return label(kept) + " · " + kept.summary().test().meanText();
    }

    Page page() {
        RunsPanel panel = new RunsPanel(list);
        return new Page("runs", Messages.get("panel.runs"), panel, panel.tools());
    }

    @Override
    public void open(Kept kept, Purpose purpose) {
        files.get()
                .openCopy(
                        kept.folder().resolve(RunFolder.EXPERIMENT),
                        switch (purpose) {
                            case LOOK -> () -> show(kept);
                            case AGAIN -> start;
                            case BRANCH -> () -> branch(kept);
                        });
    }

    private void branch(Kept kept) {
        branchedFrom = kept;
        list.setPinned(List.of(kept), true);
        String name =
                Messages.get(
                        "runs.branch.name",
                        ExperimentName.shown(kept.summary().experiment().name()));
        document.edit(Messages.later("runs.branch"), "", e -> e.withName(name));
    }

    /// A run lies on the disk. What branches off another says so.
    void add(Kept kept) {
        list.add(kept);
        Kept origin = branchedFrom;
        if (origin != null) {
            RunSummary of = origin.summary();
            String note =
                    Messages.get(
                            "runs.branch.note",
                            ExperimentName.shown(of.experiment().name()),
                            of.provenance().started(),
                            of.test().text());
            list.note(kept, new RunNotes(List.of(Messages.get("runs.branch.tag")), note));
        }
    }

    private void show(Kept kept) {
        AttributedGraph graph = Objects.requireNonNull(document.graph().get());
        reopening.want((_, _) -> {
            RunRecord record = RunReader.record(kept.folder(), graph, new VectorBackend());
            RunCurves made = RunCurves.of(record);
            boolean same = record.provenance().graphHash().equals(graph.contentHash());
            return () -> show(record, made, graph, same);
        });
    }

    private void show(RunRecord record, RunCurves made, AttributedGraph graph, boolean same) {
        // Somebody may have opened something else, or begun a run, meanwhile.
        if (!graph.equals(document.graph().get()) || run.status().state().get().active()) {
            return;
        }
        run.reopen(record, made, graph);
        look.run();
        if (!same) {
            window.get()
                    .notices()
                    .post(Notices.Kind.WARNING, Messages.get("runs.otherGraph"), null);
        }
    }

    @Override
    public void pin(List<Kept> runs) {
        pinned.set(runs.stream().map(kept -> new BesideRun(named(kept), kept.folder())).toList());
        pinning.want((_, _) -> {
            List<PinnedRun> read = new ArrayList<>();
            List<String> complaints = new ArrayList<>();
            for (Kept kept : runs) {
                try {
                    read.add(
                            new PinnedRun(
                                    label(kept),
                                    RunCurves.of(
                                            kept.summary().experiment(),
                                            RunReader.metrics(kept.folder()),
                                            RunReader.speed(kept.folder()))));
                } catch (InputException e) {
                    complaints.add(Messages.of(e));
                }
            }
            return () -> {
                complaints.forEach(this::complain);
                curves.setPinned(read);
            };
        });
    }

    private void failed(Throwable failure) {
        if (failure instanceof InputException) {
            complain(Messages.of(failure));
        } else {
            Latest.report(failure);
        }
    }

    /// What tells it from the others, if anything does.
    private String label(Kept kept) {
        String differing = list.differing(kept);
        return differing.isEmpty()
                ? ExperimentName.shown(kept.summary().experiment().name())
                : differing;
    }

    @Override
    public void complain(String message) {
        window.get().notices().error(message);
    }

    @Override
    public void damaged(List<Damaged> folders) {
        Damaged first = folders.getFirst();
        window.get()
                .notices()
                .post(
                        Notices.Kind.WARNING,
                        Messages.get(
                                "runs.damaged",
                                folders.size(),
                                first.folder().getFileName(),
                                first.complaint()),
                        new Notices.Action(
                                Messages.get("runs.damaged.show"),
                                () -> reveal.accept(first.folder())));
    }

    @Override
    public void deleted(String name, Runnable restore) {
        window.get()
                .notices()
                .post(
                        Notices.Kind.INFO,
                        Messages.get("runs.deleted", name),
                        new Notices.Action(Messages.get("runs.restore"), restore));
    }

    @Override
    public void close() {
        list.close();
    }
}
