package innerloop.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.workbench.Fx;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.util.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@WithWindow
class EgoViewTest {

    @BeforeAll
    static void start() {
        Fx.start();
    }

    @Test
    void aViewThatWasNeverSeenGoesQuietly() {
        AttributedGraph graph =
                new GraphBuilder("pair", 2, false)
                        .edge(0, 1)
                        .labels(new int[] {0, 1}, List.of("left", "right"))
                        .build();
        ConcurrentLinkedQueue<Throwable> thrown = new ConcurrentLinkedQueue<>();
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        Platform.runLater(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, e) -> thrown.add(e));
            EgoView view = new EgoView();
            Scene never = new Scene(view);
            view.show(graph, 0);
            assertThat(never.getRoot()).isSameAs(view);
            view.dispose();
            PauseTransition later = new PauseTransition(Duration.seconds(1));
            later.setOnFinished(_ -> closed.complete(true));
            later.play();
        });
        assertThat(closed.join()).isTrue();
        assertThat(thrown).isEmpty();
    }
}
