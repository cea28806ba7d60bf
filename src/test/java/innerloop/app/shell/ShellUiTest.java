package innerloop.app.shell;

import static innerloop.app.shell.ShellPicture.onFx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.app.Messages;
import innerloop.app.WithWindow;
import innerloop.app.run.RunStatusModel;
import innerloop.app.shell.ShellPicture.World;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real window on the headless platform, driven by key events.
@WithWindow
@SuppressWarnings("NullAway.Init")
class ShellUiTest {

    @TempDir Path folder;

    private World world;
    private Stage stage;
    private Scene scene;

    @BeforeAll
    static void startToolkit() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            started.await();
        } catch (IllegalStateException e) {
            // Another test class started it.
            assertThat(e).hasMessageContaining("already");
        }
        Platform.setImplicitExit(false);
    }

    @BeforeEach
    void openWindow() throws Exception {
        onFx(() -> {
            world = new World(folder);
            stage = new Stage();
            world.window.show(stage, 1000, 700);
            scene = stage.getScene();
            world.document.open(ShellPicture.experiment(), ShellPicture.graph(), null);
            layout();
        });
    }

    @AfterEach
    void closeWindow() throws Exception {
        onFx(stage::close);
        world.recent.close();
    }

    private void layout() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private Node find(String id) {
        layout();
        Node node = scene.lookup("#" + id);
        assertThat(node).as(id).isNotNull();
        return node;
    }

    private void press(KeyCode code, boolean shift, boolean control, boolean alt) {
        Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        KeyEvent event =
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, alt, false);
        Event.fireEvent(target, event);
        layout();
    }

    private void press(KeyCode code) {
        press(code, false, false, false);
    }

    private void control(KeyCode code) {
        press(code, false, true, false);
    }

    @Test
    void aLongMessageStaysInTheWindow() throws Exception {
        onFx(() -> {
            world.status.setMessage("one word after the other ".repeat(20));
            layout();
            assertThat(find("status-line").getLayoutBounds().getWidth()).isEqualTo(1000);
            assertThat(find("status-message").getLayoutBounds().getWidth()).isGreaterThan(500);
        });
    }

    @Test
    void aChipIsMovedByKeysAndKeepsTheFocus() throws Exception {
        onFx(() -> {
            find("chip-web").requestFocus();
            press(KeyCode.DIGIT1);
            assertThat(world.document.experiment().get().split().lanes().train()).contains("web");
            assertThat(scene.getFocusOwner().getId()).isEqualTo("chip-web");
            assertThat(Objects.requireNonNull(world.recipe.split().hovered().get()).index())
                    .isEqualTo(11);
            press(KeyCode.DOWN, false, false, true);
            assertThat(world.document.experiment().get().split().lanes().validation())
                    .contains("web");
            press(KeyCode.DIGIT0);
            assertThat(find("lane-unused").isVisible()).isTrue();
            control(KeyCode.Z);
            control(KeyCode.Z);
            control(KeyCode.Z);
            assertThat(world.document.experiment().get()).isEqualTo(ShellPicture.experiment());
        });
    }

    @Test
    void spaceAndFullStopBelongToATextFieldThatHasTheFocus() throws Exception {
        onFx(() -> {
            world.status.setState(RunStatusModel.State.RUNNING);
            find("field-name").requestFocus();
            press(KeyCode.SPACE);
            assertThat(world.pauses).isZero();
            scene.getRoot().requestFocus();
            press(KeyCode.SPACE);
            assertThat(world.pauses).isEqualTo(1);
            find("field-name").requestFocus();
            world.status.setState(RunStatusModel.State.IDLE);
            control(KeyCode.ENTER);
            assertThat(world.runs).isEqualTo(1);
        });
    }

    @Test
    void undoInAFieldIsTheDocumentsUnlessItsTextIsInvalid() throws Exception {
        onFx(() -> {
            TextField steps = (TextField) find("field-budget-steps");
            steps.requestFocus();
            steps.setText("501");
            control(KeyCode.Z);
            assertThat(steps.getText()).isEqualTo("500");
            world.document.edit("change seed", "", e -> e.withSeed(1));
            steps.setText("no");
            control(KeyCode.Z);
            assertThat(world.document.experiment().get().seed()).isEqualTo(1);
            press(KeyCode.ESCAPE);
            assertThat(steps.getText()).isEqualTo("500");
        });
    }

    @Test
    @SuppressWarnings("unchecked")
    void thePaletteFindsFiltersRunsAndGivesTheFocusBack() throws Exception {
        onFx(() -> {
            find("field-name").requestFocus();
            control(KeyCode.K);
            TextField typed = (TextField) find("palette-text");
            assertThat(scene.getFocusOwner()).isSameAs(typed);
            ListView<PaletteEntry> list = (ListView<PaletteEntry>) find("palette-list");
            assertThat(list.getItems()).hasSize(world.commands.all().size() - 1);
            typed.setText("run");
            assertThat(list.getItems().getFirst().text()).isEqualTo("Run");
            press(KeyCode.ENTER);
            assertThat(world.runs).isEqualTo(1);
            assertThat(world.window.overlay().isVisible()).isFalse();
            assertThat(scene.getFocusOwner().getId()).isEqualTo("field-name");
            control(KeyCode.K);
            ((TextField) find("palette-text")).setText("zzzz");
            press(KeyCode.ENTER);
            press(KeyCode.ESCAPE);
            assertThat(world.window.overlay().isVisible()).isFalse();
        });
    }

    @Test
    void aNarrowWindowHasTheEmbeddingAsATabAndTheInspectorOnRequest() throws Exception {
        onFx(() -> {
            layout();
            assertThat(scene.lookup("#panel-inspector")).isNull();
            assertThat(scene.lookup("#panel-embedding")).isNull();
            ((ToggleButton) find("tab-graph-embedding")).fire();
            control(KeyCode.I);
            assertThat(find("panel-inspector").isVisible()).isTrue();
        });
    }

    @Test
    void noticesAreOneLineAndGoAwayOnRequest() throws Exception {
        onFx(() -> {
            world.window.notices().error("first\nsecond");
            world.window.notices().error("first\nsecond");
            assertThat(world.window.notices().getChildren()).hasSize(1);
            ((Button) find("notice-dismiss")).fire();
            assertThat(world.window.notices().getChildren()).isEmpty();
        });
    }

    @Test
    void everyCommandHasATextAndItsOwnKeys() {
        Set<Object> keys = new HashSet<>();
        for (Command command : world.commands.all()) {
            assertThat(Messages.has(command.textKey())).as(command.textKey()).isTrue();
            if (command.shortcut() != null) {
                assertThat(keys.add(command.shortcut())).as(command.id()).isTrue();
            }
        }
        Command run = world.commands.get("run.start");
        assertThatThrownBy(() ->
                        world.commands.add(
                                new Command(
                                        "x",
                                        "command.run.start",
                                        run.shortcut(),
                                        null,
                                        new SimpleBooleanProperty(true),
                                        () -> {})))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyControlHasAnId() throws Exception {
        onFx(() -> {
            layout();
            for (String style :
                    new String[] {
                        ".button", ".text-field", ".combo-box", ".check-box", ".panel-tab"
                    }) {
                for (Node node : scene.getRoot().lookupAll(style)) {
                    assertThat(node.getId()).as(node.toString()).isNotBlank();
                }
            }
        });
    }
}
