package innerloop.app.curves;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rows of charts in a card that is lower than all of them.
@WithWindow
class ChartGridTest {

    private static ChartGrid grid(int charts) {
        StepView steps = new StepView(() -> {});
        List<ChartCanvas> shown =
                Stream.of(ChartKind.values())
                        .limit(charts)
                        .map(kind -> new ChartCanvas(kind.id(), steps))
                        .toList();
        ChartGrid grid = new ChartGrid();
        grid.show(shown);
        return grid;
    }

    @Test
    void rowsThatCannotAllBeSeenAreAsHighAsTheRoom() {
        ChartGrid grid = grid(6);
        grid.setRoom(214);
        assertThat(grid.minHeight(960)).isEqualTo(2 * (214 + 8) - 8);
        grid.resize(960, grid.minHeight(960));
        assertThat(grid.hiddenRows()).isEqualTo(1);
        grid.layout();
        assertThat(grid.getChildrenUnmodifiable().get(3).getLayoutY()).isEqualTo(214 + 8);
        grid.setRoom(300);
        assertThat(grid.minHeight(960)).isZero();
        assertThat(grid.hiddenRows()).isZero();
    }
}
