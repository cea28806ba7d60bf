package innerloop.app.shell;

import innerloop.app.Messages;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/// A file dropped anywhere on the window is opened; while it hovers, the window says so.
final class FileDrop {

    private FileDrop() {}

    /// Makes `root` accept files.
    static void accept(StackPane root, Consumer<Path> open) {
        StackPane veil = new StackPane(new Label(Messages.get("drop.here")));
        veil.setId("drop-veil");
        veil.getStyleClass().add("drop-veil");
        veil.setMouseTransparent(true);
        veil.setVisible(false);
        root.getChildren().add(veil);
        root.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
                veil.setVisible(true);
                event.consume();
            }
        });
        root.setOnDragExited(_ -> veil.setVisible(false));
        root.setOnDragDropped(event -> {
            veil.setVisible(false);
            if (event.getDragboard().hasFiles()) {
                event.setDropCompleted(true);
                event.consume();
                open.accept(event.getDragboard().getFiles().getFirst().toPath());
            }
        });
    }
}
