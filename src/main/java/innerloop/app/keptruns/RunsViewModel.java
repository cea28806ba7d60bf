package innerloop.app.keptruns;

import innerloop.app.ExperimentName;
import innerloop.app.Messages;
import innerloop.app.document.BackgroundWriter;
import innerloop.io.RunNotes;
import innerloop.io.RunStore;
import innerloop.io.RunStore.Kept;
import innerloop.io.Settings;
import innerloop.training.RunSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;

/// The kept runs, found by words, compared, noted upon, pinned, deleted and brought back.
///
/// All methods are called on the JavaFX thread; the disk is read and written on another one.
public final class RunsViewModel implements AutoCloseable {

    private static final String SPLIT = "split.";

    /// A setting that is not that of all runs.
    private record Difference(String key, String value) {

        /// In the language that is spoken now.
        String text() {
            return key.equals(SPLIT)
                    ? Messages.get("runs.split", value)
                    : SettingTexts.shortName(key) + " " + SettingTexts.value(key, value);
        }
    }

    private final RunStore store;
    private final RunsContext context;
    private final BackgroundWriter disk = new BackgroundWriter("runs");
    private final ObservableList<Kept> all = FXCollections.observableArrayList();
    private final FilteredList<Kept> found = new FilteredList<>(all);
    private final SortedList<Kept> shown = new SortedList<>(found);
    private final ObservableList<Kept> deleted = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final Set<Path> pinned = new LinkedHashSet<>();
    private final ReadOnlyIntegerWrapper pins = new ReadOnlyIntegerWrapper(this, "pins");
    private Map<Path, List<Difference>> differing = Map.of();

    /// Reads the store in the background. What was deleted earlier is gone for good.
    public RunsViewModel(RunStore store, RunsContext context) {
        this.store = store;
        this.context = context;
        filter.subscribe(text -> found.setPredicate(run -> matches(run, text)));
        disk.write(() -> {
            try {
                store.purge();
                RunStore.Contents earlier = store.list();
                Platform.runLater(() -> {
                    List<Kept> both = new ArrayList<>(all);
                    earlier.kept().stream()
                            .filter(run -> all.stream().noneMatch(has(run.folder())))
                            .forEach(both::add);
                    change(both);
                    if (!earlier.damaged().isEmpty()) {
                        context.damaged(earlier.damaged());
                    }
                });
            } catch (IOException e) {
                complain(e);
            }
        });
    }

    private static Predicate<Kept> has(Path folder) {
        return run -> run.folder().equals(folder);
    }

    private void complain(IOException e) {
        Platform.runLater(() -> context.complain(Messages.get("runs.failed", Messages.of(e))));
    }

    /// Every word must stand somewhere in what is said of the run.
    private boolean matches(Kept run, String text) {
        String said =
                String.join(
                                " ",
                                ExperimentName.shown(run.summary().experiment().name()),
                                run.summary().experiment().name(),
                                differing(run),
                                Messages.of(run.summary().protocol()),
                                String.join(" ", run.notes().tags()),
                                run.notes().note(),
                                run.summary().provenance().started())
                        .toLowerCase(Locale.ROOT);
        for (String word : text.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!said.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private void change(List<Kept> runs) {
        differing = differing(runs);
        all.setAll(runs);
    }

    /// The differences of each run from the others on the same graph.
    private static Map<Path, List<Difference>> differing(List<Kept> runs) {
        Map<Path, List<Difference>> found = new HashMap<>();
        runs.stream()
                .collect(Collectors.groupingBy(run -> run.summary().provenance().graphHash()))
                .values()
                .forEach(same -> {
                    Map<String, List<String>> differences =
                            Settings.differences(
                                    same.stream().map(run -> run.summary().experiment()).toList());
                    for (int i = 0; i < same.size(); i++) {
                        found.put(same.get(i).folder(), of(differences, same.get(i), i));
                    }
                });
        return found;
    }

    /// Those of one run; all of its split are one.
    private static List<Difference> of(Map<String, List<String>> differences, Kept run, int index) {
        List<Difference> found = new ArrayList<>();
        boolean split = false;
        for (Map.Entry<String, List<String>> entry : differences.entrySet()) {
            String value = entry.getValue().get(index);
            if (entry.getKey().startsWith(SPLIT)) {
                split = true;
            } else if (!value.isEmpty()) {
                found.add(new Difference(entry.getKey(), value));
            }
        }
        if (split) {
            found.add(new Difference(SPLIT, run.summary().provenance().splitHash()));
        }
        return List.copyOf(found);
    }

    /// The settings of a run that are not those of all runs on its graph.
    public String differing(Kept run) {
        return differing.getOrDefault(run.folder(), List.of()).stream()
                .map(Difference::text)
                .collect(Collectors.joining(" · "));
    }

    /// A run was kept.
    public void add(Kept run) {
        List<Kept> more = new ArrayList<>(all);
        more.removeIf(has(run.folder()));
        more.addFirst(run);
        change(more);
    }

    /// Changes what is written about a run.
    public void note(Kept run, RunNotes notes) {
        int at = indexOf(run);
        if (at >= 0 && !notes.equals(all.get(at).notes())) {
            all.set(at, all.get(at).withNotes(notes));
            disk.write(() -> {
                try {
                    RunStore.write(run.folder(), notes);
                } catch (IOException e) {
                    complain(e);
                }
            });
        }
    }

    private int indexOf(Kept run) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).folder().equals(run.folder())) {
                return i;
            }
        }
        return -1;
    }

    /// The present notes about a run.
    public RunNotes notes(Kept run) {
        int at = indexOf(run);
        return at < 0 ? run.notes() : all.get(at).notes();
    }

    /// Takes runs out of the list and offers to bring them back.
    public void delete(List<Kept> runs) {
        List<Kept> gone = List.copyOf(runs);
        if (gone.isEmpty()) {
            return;
        }
        List<Kept> left = new ArrayList<>(all);
        left.removeIf(run -> gone.stream().anyMatch(has(run.folder())));
        change(left);
        deleted.addAll(gone);
        setPinned(gone, false);
        disk.write(() -> move(gone, true));
        context.deleted(
                gone.size() == 1
                        ? ExperimentName.shown(gone.getFirst().summary().experiment().name())
                        : Messages.get("runs.many", gone.size()),
                () -> restore(gone));
    }

    /// Brings everything back that was deleted since the program began.
    public void restoreDeleted() {
        restore(List.copyOf(deleted));
    }

    private void restore(List<Kept> wanted) {
        List<Kept> gone = wanted.stream().filter(deleted::contains).toList();
        deleted.removeAll(gone);
        disk.write(() -> move(gone, false));
        List<Kept> more = new ArrayList<>(all);
        more.addAll(gone);
        more.sort(
                Comparator.comparing((Kept run) -> run.summary().provenance().started())
                        .reversed());
        change(more);
    }

    private void move(List<Kept> runs, boolean away) {
        for (Kept run : runs) {
            try {
                if (away) {
                    store.delete(run.folder());
                } else {
                    store.restore(run.folder());
                }
            } catch (IOException e) {
                complain(e);
            }
        }
    }

    /// Whether the curves of this run are drawn behind the present ones.
    public boolean isPinned(Kept run) {
        return pinned.contains(run.folder());
    }

    /// Draws the curves of runs behind the present ones, or does not.
    public void setPinned(List<Kept> runs, boolean pin) {
        boolean changed = false;
        for (Kept run : runs) {
            changed |= pin ? pinned.add(run.folder()) : pinned.remove(run.folder());
        }
        if (changed) {
            context.pin(
                    pinned.stream().flatMap(folder -> all.stream().filter(has(folder))).toList());
            pins.set(pins.get() + 1);
        }
    }

    /// Takes pins off runs on graphs of other names: their curves say nothing about this one.
    public void keepPinsOf(String graph) {
        String name = fileName(graph);
        setPinned(
                all.stream()
                        .filter(run -> !fileName(run.summary().experiment().graph()).equals(name))
                        .toList(),
                false);
    }

    private static String fileName(String graph) {
        return String.valueOf(Path.of(graph).getFileName());
    }

    /// Counts the changes of what is pinned.
    public ReadOnlyIntegerProperty pins() {
        return pins.getReadOnlyProperty();
    }

    /// Opens a run.
    public void open(Kept run, RunsContext.Purpose purpose) {
        context.open(run, purpose);
    }

    /// The runs that match the words, the newest first.
    public SortedList<Kept> shown() {
        return shown;
    }

    /// The runs that can be brought back.
    public ObservableList<Kept> deleted() {
        return deleted;
    }

    /// How many runs there are.
    public int size() {
        return all.size();
    }

    /// Words that a run must have to be shown.
    public StringProperty filter() {
        return filter;
    }

    /// The settings in which these runs differ, by key.
    public static Map<String, List<String>> differences(List<Kept> runs) {
        return Settings.differences(
                runs.stream().map(Kept::summary).map(RunSummary::experiment).toList());
    }

    @Override
    public void close() {
        disk.close();
        store.close();
    }
}
