package innerloop.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The widths of a table's columns: each is as wide as its title and what is in it. Where that is more than there is room
/// for, the columns of words give way, the longest first, but none below a share of the table; then it scrolls. A column
/// that a person has drawn to another width keeps that.
///
/// @param <R> a row
public final class ColumnWidths<R> {

    private static final double PADDING = 22;

    /// Beside the title of the column the table is sorted by.
    private static final double ARROW = 14;

    private static final double SCROLL_BAR = 14;
    private static final double LEAST_SHARE = 0.34;

    /// More rows are not looked at.
    private static final int ROWS = 300;

    private static final double WORDS = 12;
    private static final double NUMBERS = 11.5;

    private final TableView<R> table;
    private final Map<TableColumn<R, ?>, Function<R, String>> columns = new LinkedHashMap<>();
    private final Map<TableColumn<R, ?>, Double> given = new LinkedHashMap<>();

    /// Follows the rows and the width of this table.
    public ColumnWidths(TableView<R> table) {
        this.table = table;
        table.widthProperty().subscribe(_ -> fit());
        table.getItems().addListener((ListChangeListener<R>) _ -> fit());
    }

    /// Adds a column to the table.
    ///
    /// @param text what is read in its cells
    public void add(TableColumn<R, ?> column, Function<R, String> text) {
        table.getColumns().add(column);
        columns.put(column, text);
    }

    private void fit() {
        if (table.getWidth() <= 0) {
            return;
        }
        Map<TableColumn<R, ?>, Double> natural = new LinkedHashMap<>();
        columns.forEach((column, text) -> natural.put(column, natural(column, text)));
        double room = table.getWidth() - SCROLL_BAR;
        double least = LEAST_SHARE * room;
        double most = Math.max(least, room);
        while (most - least > 1) {
            double middle = (least + most) / 2;
            if (total(natural, middle) > room) {
                most = middle;
            } else {
                least = middle;
            }
        }
        double limit = least;
        natural.forEach((column, width) -> set(column, limited(column, width, limit)));
    }

    private static <R> double total(Map<TableColumn<R, ?>, Double> widths, double limit) {
        return widths.entrySet().stream()
                .mapToDouble(each -> limited(each.getKey(), each.getValue(), limit))
                .sum();
    }

    private static double limited(TableColumn<?, ?> column, double width, double limit) {
        return isNumber(column) ? width : Math.min(width, limit);
    }

    private void set(TableColumn<R, ?> column, double width) {
        Double before = given.get(column);
        if (before == null || Math.abs(column.getWidth() - before) < 1) {
            column.setPrefWidth(width);
            given.put(column, width);
        }
    }

    private double natural(TableColumn<R, ?> column, Function<R, String> text) {
        Font font =
                isNumber(column)
                        ? Font.font(Fonts.mono(), NUMBERS)
                        : Font.font(Fonts.text(), WORDS);
        Set<String> texts =
                table.getItems().stream().limit(ROWS).map(text).collect(Collectors.toSet());
        double cells = texts.stream().mapToDouble(each -> width(each, font)).max().orElse(0);
        return Math.ceil(
                PADDING
                        + Math.max(
                                width(column.getText(), Font.font(Fonts.text(), WORDS)) + ARROW,
                                cells));
    }

    private static double width(String text, Font font) {
        Text measured = new Text(text);
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth();
    }

    private static boolean isNumber(TableColumn<?, ?> column) {
        return column.getStyleClass().contains("number");
    }
}
