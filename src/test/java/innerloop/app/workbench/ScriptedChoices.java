package innerloop.app.workbench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Answers file questions with the paths it was given, in their order; without one it cancels.
final class ScriptedChoices implements FileChoices {

    private final Deque<Path> answers = new ArrayDeque<>();

    /// The answer to the next question that has none yet.
    synchronized void willAnswer(Path path) {
        answers.add(path);
    }

    private synchronized Optional<Path> next() {
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<Path> graphToOpen() {
        return next();
    }

    @Override
    public Optional<Path> experimentToOpen() {
        return next();
    }

    @Override
    public Optional<Path> splitToOpen() {
        return next();
    }

    @Override
    public Optional<Path> labelsToOpen() {
        return next();
    }

    @Override
    public Optional<Path> fileToSave(String suggested) {
        return next();
    }

    @Override
    public Optional<Path> folderToSave() {
        return next();
    }

    @Override
    public void show(Path folder) {}
}
