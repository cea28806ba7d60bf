package innerloop.app.tour;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.workbench.Fx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithWindow
class CutTextsTest {

    @TempDir private Path folder;

    @Test
    void aTextWithAnEllipsisIsFoundUnlessPointingAtItShowsIt() {
        Fx.start();
        CompletableFuture<List<String>> found = new CompletableFuture<>();
        Runnable look =
                () -> {
                    Label whole = new Label("short");
                    Label cut = new Label("a text that has no room at all");
                    cut.setId("cut");
                    Label told = new Label("a text that is told elsewhere");
                    told.setTooltip(new Tooltip(told.getText()));
                    VBox box = new VBox(whole, cut, told);
                    new Scene(box, 70, 100);
                    box.applyCss();
                    box.resize(70, 100);
                    box.layout();
                    found.complete(CutTexts.in(box));
                };
        Platform.runLater(look);
        assertThat(found.join()).containsExactly("#cut \"a text that has no room at all\"");
    }

    /// The whole tour takes minutes; these parts have the start page, the recipe, the glossary, a run with its result, sheets, menus of
    /// commands and complaints.
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void nothingIsCutOffAtTheSizesPeopleHave(String language)
            throws IOException, InterruptedException {
        assertThat(tour("--parts", "start,glossary,mistakes", "--language", language))
                .contains("blocks opened");
    }

    /// Enlarged, the same window has two thirds of the room.
    @Test
    void largeTextIsNotCutOffEither() throws IOException, InterruptedException {
        assertThat(
                        tour(
                                "--parts",
                                "presenting,glossary,mistakes",
                                "--sizes",
                                "1280x800,1600x1000",
                                "--text-size",
                                "150"))
                .contains("blocks opened");
    }

    /// Pairs of nodes, numbers of nodes and a history in the smallest window, where there is least room.
    @Test
    void theViewsOfOtherTasksAreNotCutOff() throws IOException, InterruptedException {
        assertThat(
                        tour(
                                "--parts",
                                "clubs,weather,growing",
                                "--sizes",
                                "1000x700",
                                "--language",
                                "en"))
                .contains("growing opened");
    }

    /// What a tour that only reads texts says; none of them is cut off.
    private String tour(String... options) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--add-modules=jdk.incubator.vector",
                                "-Xmx700m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "innerloop.Main"));
        command.addAll(List.of("tour", folder.toString(), "--brief", "--texts"));
        command.addAll(List.of(options));
        Process tour =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(tour.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tour.waitFor()).as(said).isZero();
        assertThat(said.lines().filter(line -> line.contains("cut off"))).isEmpty();
        return said;
    }
}
