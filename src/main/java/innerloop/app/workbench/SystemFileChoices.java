package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.io.GraphFormat;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.application.HostServices;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The system's own file dialogs. They start where the last one ended.
final class SystemFileChoices implements FileChoices {

    private final Window owner;
    private final HostServices system;
    private @Nullable File last;

    SystemFileChoices(Window owner, Path start, HostServices system) {
        this.owner = owner;
        this.system = system;
        this.last = start.toFile();
    }

    @Override
    public Optional<Path> graphToOpen() {
        FileChooser chooser = chooser("files.open.graph");
        chooser.getExtensionFilters()
                .setAll(
                        new ExtensionFilter(Messages.get("files.graphs"), graphPatterns()),
                        new ExtensionFilter(Messages.get("files.all"), "*"));
        return chosen(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> experimentToOpen() {
        return opened("files.open.experiment", "files.experiments", "*.experiment.json", "*.md");
    }

    @Override
    public Optional<Path> splitToOpen() {
        return opened("files.open.split", "files.splits", "*.json");
    }

    @Override
    public Optional<Path> labelsToOpen() {
        return opened("files.open.labels", "files.labels", "*.csv", "*.tsv", "*.txt");
    }

    private Optional<Path> opened(String title, String kind, String... patterns) {
        FileChooser chooser = chooser(title);
        chooser.getExtensionFilters()
                .setAll(
                        new ExtensionFilter(Messages.get(kind), patterns),
                        new ExtensionFilter(Messages.get("files.all"), "*"));
        return chosen(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> fileToSave(String suggested) {
        FileChooser chooser = chooser("files.save");
        chooser.setInitialFileName(suggested);
        return chosen(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> folderToSave() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Messages.get("files.save.folder"));
        if (last != null && last.isDirectory()) {
            chooser.setInitialDirectory(last);
        }
        return chosen(chooser.showDialog(owner));
    }

    @Override
    public void show(Path folder) {
        system.showDocument(folder.toUri().toString());
    }

    /// Every ending a reader knows; `edges.txt` stands for its whole folder.
    private static List<String> graphPatterns() {
        return Arrays.stream(GraphFormat.values())
                .flatMap(format -> format.endings().stream())
                .map(ending -> "*" + ending)
                .toList();
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.get(title));
        if (last != null && last.isDirectory()) {
            chooser.setInitialDirectory(last);
        }
        return chooser;
    }

    private Optional<Path> chosen(@Nullable File file) {
        if (file == null) {
            return Optional.empty();
        }
        last = file.getParentFile();
        return Optional.of(file.toPath());
    }
}
