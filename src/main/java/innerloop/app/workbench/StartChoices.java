package innerloop.app.workbench;

import innerloop.app.start.Sample;
import innerloop.app.start.StartActions;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/// What a choice on the start page does.
///
/// @param files opens files; asked for when something is chosen
/// @param samples where the samples are
/// @param tour shows a person around
record StartChoices(Supplier<DocumentFiles> files, Samples samples, GuidedTour tour)
        implements StartActions {

    @Override
    public void open(Sample sample) {
        files.get().open(sample, samples);
    }

    @Override
    public void open(Path file) {
        files.get().open(file);
    }

    @Override
    public void guide() {
        tour.begin();
    }

    @Override
    public ObservableValue<Boolean> guideOffered() {
        return tour.offered();
    }

    @Override
    public void chooseGraph() {
        files.get().chooseGraph();
    }

    @Override
    public void chooseExperiment() {
        files.get().chooseExperiment();
    }
}
