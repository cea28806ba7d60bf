package innerloop.app.graphview;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.selection.Selection;
import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Graphs whose scenes are made in the background.
@WithWindow
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before every test
class SceneMakerTest {

    private static final int LARGE = 60_000;

    private GraphView view;

    @Start
    void start(Stage stage) {
        Platform.setImplicitExit(false);
        view = new GraphView(new Selection());
        stage.setScene(new Scene(view, 600, 400));
        stage.show();
    }

    /// A ring whose nodes have two classes.
    private static AttributedGraph ring(int nodes) {
        GraphBuilder builder = new GraphBuilder("ring", nodes, false);
        int[] labels = new int[nodes];
        float[] xy = new float[2 * nodes];
        for (int i = 0; i < nodes; i++) {
            builder.edge(i, (i + 1) % nodes);
            labels[i] = i % 2;
            xy[2 * i] = (float) Math.cos(2 * Math.PI * i / nodes);
            xy[2 * i + 1] = (float) Math.sin(2 * Math.PI * i / nodes);
        }
        return builder.labels(labels, List.of("even", "odd")).positions(xy).build();
    }

    private static void await(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    }

    @Test
    void theLastOfManyChangesIsShown(FxRobot robot) throws Exception {
        robot.interact(() -> {
            view.setGraph(ring(LARGE));
            byte[] lanes = new byte[LARGE];
            for (int i = 0; i < LARGE; i++) {
                lanes[i] = (i % 2 == 0 ? NodeLane.BASE : NodeLane.NOVEL).code();
            }
            view.setLanes(lanes);
            view.setColour(ColourMode.ROLE);
            view.highlightClass(1);
            view.highlightClass(0);
        });
        await(() ->
                view.canvas().model().nodes() == LARGE
                        && view.canvas().model().look().emphasis()[0] == 2);
        assertThat(view.canvas().model().look().colour())
                .startsWith(Theme.LIGHT.colour(Colour.TRAIN), Theme.LIGHT.colour(Colour.TEST));
        assertThat(view.canvas().model().edges().size()).isEqualTo(LARGE);
    }

    @Test
    void aSceneOfAGraphThatIsClosedIsNotShown(FxRobot robot) throws Exception {
        List<Integer> shown = new CopyOnWriteArrayList<>();
        SceneMaker[] maker = new SceneMaker[1];
        robot.interact(() ->
                maker[0] = new SceneMaker(look(8), (look, _) -> shown.add(look.graph().nodes())));
        robot.interact(() -> {
            want(maker[0], LARGE);
            want(maker[0], 12);
            want(maker[0], LARGE + 1);
            want(maker[0], LARGE + 2);
        });
        // Scenes are made one after the other: the first is finished by then.
        await(() -> shown.contains(LARGE + 2));
        assertThat(shown).containsExactly(12, LARGE + 2);
    }

    private static void want(SceneMaker maker, int nodes) {
        maker.want(look(nodes), new float[2 * nodes]);
    }

    private static NodeAppearance look(int nodes) {
        return NodeAppearance.of(ring(nodes), NodeStyle.PLAIN, Theme.LIGHT);
    }
}
