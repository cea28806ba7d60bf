package innerloop.app.shell;

import innerloop.app.Messages;
import innerloop.app.theme.TextScale;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.stage.Stage;
import javafx.util.Duration;

/// The window for many who look at one screen: full, one or two large panels, nothing around them, and a ring at the pointer.
///
/// A digit shows a panel, Shift and a digit puts one beside what is shown, or takes it away again. Escape ends it, and
/// everything is as it was.
final class Presentation {

    /// More pages than there are digits cannot be shown.
    private static final int MOST = 9;

    /// The headless platform has no screen to fill.
    private static final boolean HEADLESS =
            "Headless".equalsIgnoreCase(System.getProperty("glass.platform"));

    private static final double RING = 20;
    private static final Duration HINT = Duration.seconds(12);

    private final Panels panels;
    private final DoubleProperty scale;
    private final Overlay overlay;
    private final List<Node> around;
    private final Circle ring = new Circle(RING);
    private final Label hint = new Label();
    private final PauseTransition hiding = new PauseTransition(HINT);
    private final List<Page> shown = new ArrayList<>();
    private boolean active;
    private double scaleBefore = TextScale.USUAL;
    private boolean fullBefore;

    /// @param scale how large everything is shown
    /// @param overlay where sheets are; while one is open, keys are its own
    /// @param around what is hidden meanwhile
    Presentation(Panels panels, DoubleProperty scale, Overlay overlay, List<Node> around) {
        this.panels = panels;
        this.scale = scale;
        this.overlay = overlay;
        this.around = List.copyOf(around);
        ring.setId("pointer-ring");
        ring.getStyleClass().add("pointer-ring");
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        ring.setVisible(false);
        hint.setId("presentation-hint");
        hint.getStyleClass().add("presentation-hint");
        hint.setMouseTransparent(true);
        hint.setWrapText(true);
        hint.setVisible(false);
        StackPane.setAlignment(hint, Pos.BOTTOM_CENTER);
        hiding.setOnFinished(_ -> hint.setVisible(false));
    }

    /// What lies over the window's content meanwhile.
    List<Node> layer() {
        return List.of(hint, ring);
    }

    boolean isActive() {
        return active;
    }

    /// Listens to the keys and the pointer of this scene.
    void listen(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, scene));
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, this::follow);
        scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::follow);
    }

    private void follow(MouseEvent event) {
        if (active && ring.getParent() != null) {
            Point2D at = ring.getParent().sceneToLocal(event.getSceneX(), event.getSceneY());
            ring.setCenterX(at.getX());
            ring.setCenterY(at.getY());
            ring.setVisible(true);
        }
    }

    private void pressed(KeyEvent event, Scene scene) {
        if (!active || overlay.isVisible() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            end(scene);
            event.consume();
        } else if (!(scene.getFocusOwner() instanceof TextInputControl)) {
            int digit = digit(event.getCode());
            if (digit > 0) {
                choose(digit, event.isShiftDown());
                event.consume();
            }
        }
    }

    /// The digit of a key, 1 to 9; 0 for another key.
    private static int digit(KeyCode code) {
        for (int d = 1; d <= MOST; d++) {
            if (code.getName().equals(Integer.toString(d))
                    || code.getName().equals("Numpad " + d)) {
                return d;
            }
        }
        return 0;
    }

    private void choose(int digit, boolean beside) {
        List<Page> pages = pages();
        if (digit > pages.size()) {
            return;
        }
        Page page = pages.get(digit - 1);
        if (!beside) {
            shown.clear();
            shown.add(page);
        } else if (!shown.contains(page)) {
            // There is room for two.
            while (shown.size() > 1) {
                shown.removeFirst();
            }
            shown.add(page);
        } else if (shown.size() > 1) {
            shown.remove(page);
        }
        panels.present(shown);
        hint.setVisible(false);
    }

    private List<Page> pages() {
        return panels.pages().stream().limit(MOST).toList();
    }

    /// Begins it, or ends it.
    void toggle(Scene scene) {
        if (active) {
            end(scene);
        } else {
            begin(scene);
        }
    }

    private void begin(Scene scene) {
        active = true;
        scaleBefore = scale.get();
        scale.set(Math.max(TextScale.PRESENTED, scaleBefore));
        around.forEach(node -> show(node, false));
        shown.clear();
        shown.add(panels.main());
        panels.present(shown);
        hint.setText(hintText());
        hint.setVisible(true);
        hiding.playFromStart();
        if (scene.getWindow() instanceof Stage stage && !HEADLESS) {
            fullBefore = stage.isFullScreen();
            stage.setFullScreenExitHint("");
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreen(true);
        }
    }

    private String hintText() {
        List<Page> pages = pages();
        String names =
                IntStream.range(0, pages.size())
                        .mapToObj(i -> (i + 1) + " " + pages.get(i).title())
                        .collect(Collectors.joining(" · "));
        return Messages.get("presentation.hint", names);
    }

    private void end(Scene scene) {
        active = false;
        hiding.stop();
        hint.setVisible(false);
        ring.setVisible(false);
        around.forEach(node -> show(node, true));
        panels.endPresenting();
        scale.set(scaleBefore);
        if (scene.getWindow() instanceof Stage stage && !HEADLESS) {
            stage.setFullScreen(fullBefore);
        }
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
