package innerloop.app.split;

import innerloop.app.Messages;
import innerloop.app.Segments;
import innerloop.app.ToolRow;
import innerloop.app.curves.ChartFiles;
import innerloop.episode.Phase;
import innerloop.io.LearnedCsv;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Controls of the watched episode, for its card's header: a confusion matrix is saved as a file, and once a run is over the
/// test can be looked at as well as validation.
public final class EpisodeTools {

    private EpisodeTools() {}

    /// @param phase whose episode is watched
    /// @param over whether the run is over: while it goes, nobody looks at the test
    /// @param watched what is watched
    /// @param files where a matrix is saved
    public static Region of(
            Property<Phase> phase,
            ObservableValue<Boolean> over,
            ObservableValue<Optional<WatchedExamples>> watched,
            Supplier<ChartFiles> files) {
        Button save = new Button(Messages.get("curves.save.csv"));
        save.setId("episode-save");
        save.getStyleClass().add("flat");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setTooltip(new Tooltip(Messages.get("episode.confusion.save.why")));
        save.setOnAction(
                _ -> matrix(watched.getValue()).ifPresent(text -> save(files.get(), text)));
        save.visibleProperty().bind(watched.map(examples -> matrix(examples).isPresent()));
        save.managedProperty().bind(save.visibleProperty());
        Segments<Phase> phases =
                new Segments<>(
                        "episode-phase",
                        "episode.phase",
                        phase,
                        List.of(Phase.VALIDATION, Phase.TEST));
        phases.visibleProperty().bind(over);
        phases.managedProperty().bind(over);
        return new ToolRow(phases, save);
    }

    private static Optional<String> matrix(Optional<WatchedExamples> watched) {
        return watched.filter(examples -> examples.step() >= 0)
                .filter(WatchedClasses.class::isInstance)
                .map(WatchedClasses.class::cast)
                .map(seen -> LearnedCsv.confusion(seen.classes(), seen.counts()));
    }

    private static void save(ChartFiles files, String text) {
        files.save("confusion.csv", out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
