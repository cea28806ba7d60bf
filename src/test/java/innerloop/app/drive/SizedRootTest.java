package innerloop.app.drive;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.workbench.Fx;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a window holds is laid out at any size, whatever the size of the window.
@WithWindow
class SizedRootTest {

    @BeforeAll
    static void start() {
        Fx.start();
    }

    @Test
    void theContentHasItsOwnSizeAndIsTheRootOfStyles() {
        CompletableFuture<Bounds> large = new CompletableFuture<>();
        CompletableFuture<Bounds> small = new CompletableFuture<>();
        StackPane content = new StackPane();
        Scene scene = new Scene(content, 300, 200);
        Platform.runLater(() -> {
            SizedRoot root = SizedRoot.within(scene, WindowSize.of("800x600"));
            root.setSize(WindowSize.of("1600x1000"));
            large.complete(root.content().getBoundsInParent());
            root.setSize(WindowSize.of("700x500"));
            small.complete(root.content().getBoundsInParent());
        });
        assertThat(large.join().getWidth()).isEqualTo(1600);
        assertThat(large.join().getHeight()).isEqualTo(1000);
        assertThat(small.join().getWidth()).isEqualTo(700);
        assertThat(scene.getRoot()).isInstanceOf(SizedRoot.class);
        assertThat(content.getStyleClass()).containsOnlyOnce("root");
    }
}
