package innerloop.app.split;

import innerloop.app.Messages;
import innerloop.app.split.WatchedPairs.Pair;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The likeliest edges of the watched episode, one row for each pair of nodes.
final class PairTable extends TableView<Pair> {

    private static final double NAME = 150;
    private static final double NUMBER = 100;

    /// @param select a pair was chosen: its nodes
    PairTable(BiConsumer<Integer, Integer> select) {
        setId("pair-table");
        getStyleClass().add("row-table");
        setPlaceholder(new Label(Messages.get("episode.pairs.none")));
        getColumns().add(column("from", NAME, pair -> pair.names().getFirst()));
        getColumns().add(column("to", NAME, pair -> pair.names().getLast()));
        getColumns()
                .add(
                        column(
                                "probability",
                                NUMBER,
                                pair -> String.format(Locale.ROOT, "%.3f", pair.probability())));
        getColumns()
                .add(
                        column(
                                "edge",
                                NUMBER,
                                pair ->
                                        Messages.get(
                                                pair.joined()
                                                        ? "episode.pairs.joined"
                                                        : "episode.pairs.apart")));
        getColumns()
                .add(
                        column(
                                "query",
                                NUMBER,
                                pair -> pair.query() ? Messages.get("episode.pairs.asked") : ""));
        getSelectionModel()
                .selectedItemProperty()
                .subscribe(pair -> {
                    if (pair != null) {
                        select.accept(pair.from(), pair.to());
                    }
                });
    }

    void show(Optional<WatchedPairs> watched) {
        getItems().setAll(watched.map(WatchedPairs::best).orElse(List.of()));
    }

    private static TableColumn<Pair, String> column(
            String key, double width, Function<Pair, String> text) {
        TableColumn<Pair, String> column =
                new TableColumn<>(Messages.get("episode.pairs.column." + key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }
}
