package innerloop.app.drive;

import innerloop.app.workbench.FileChoices;
import java.nio.file.Path;
import java.util.Optional;

/// Answers every file question with a name in one folder.
public record FirstAnswer(Path folder) implements FileChoices {
    @Override
    public Optional<Path> graphToOpen() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> experimentToOpen() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> splitToOpen() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> labelsToOpen() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> fileToSave(String suggested) {
        return Optional.of(folder.resolve(suggested));
    }

    @Override
    public Optional<Path> folderToSave() {
        return Optional.of(folder);
    }

    @Override
    public void show(Path shown) {}
}
