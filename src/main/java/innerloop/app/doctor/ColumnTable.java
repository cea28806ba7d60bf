package innerloop.app.doctor;

import innerloop.app.Messages;
import innerloop.app.ShownAs;
import innerloop.experiment.ColumnRole;
import innerloop.io.ColumnReport;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// A row for each column of a file: its name, what it is taken for, and what stands in it. The role is a list to choose from.
final class ColumnTable extends TableView<ColumnReport> {

    private static final int ROW = 28;
    private static final int HEADER = 30;
    private static final int MOST_ROWS = 9;

    private final DoctorViewModel model;

    ColumnTable(DoctorViewModel model) {
        this.model = model;
        setId("doctor-columns");
        getStyleClass().addAll("row-table", "doctor-columns");
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label(Messages.get("doctor.noColumns")));
        getColumns()
                .setAll(
                        List.of(
                                text(
                                        "table",
                                        74,
                                        column -> Messages.get("doctor.table." + column.table())),
                                text("column", 130, ColumnReport::name),
                                roles(),
                                text(
                                        "examples",
                                        210,
                                        column -> String.join(", ", column.examples())),
                                text(
                                        "missing",
                                        80,
                                        column ->
                                                column.missing() == 0
                                                        ? ""
                                                        : Messages.get(
                                                                "doctor.share",
                                                                column.missing()))));
    }

    /// Shows these.
    void show(List<ColumnReport> columns) {
        getItems().setAll(columns);
        double height = HEADER + ROW * Math.clamp(columns.size(), 1, MOST_ROWS);
        setMinHeight(Math.min(height, HEADER + 4 * ROW));
        setPrefHeight(height);
    }

    private static TableColumn<ColumnReport, String> text(
            String id, double width, Function<ColumnReport, String> text) {
        TableColumn<ColumnReport, String> column =
                new TableColumn<>(Messages.get("doctor.column." + id));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(text.apply(row.getValue())).getReadOnlyProperty());
        return column;
    }

    private TableColumn<ColumnReport, String> roles() {
        TableColumn<ColumnReport, String> column =
                text("role", 170, report -> report.role().toString());
        column.setCellFactory(_ -> new RoleCell());
        return column;
    }

    /// Offers the roles that a column can have.
    private final class RoleCell extends TableCell<ColumnReport, String> {

        private final ComboBox<ColumnRole> roles = new ComboBox<>();
        private boolean showing;

        RoleCell() {
            roles.setMaxWidth(Double.MAX_VALUE);
            roles.setConverter(new ShownAs<>(RoleCell::name));
            roles.setOnAction(_ -> {
                ColumnReport report = getTableRow() == null ? null : getTableRow().getItem();
                if (!showing && report != null && roles.getValue() != null) {
                    model.take(report, roles.getValue());
                }
            });
        }

        private static String name(ColumnRole role) {
            return Messages.get("doctor.role." + role);
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            ColumnReport report =
                    empty || getIndex() < 0 || getIndex() >= getTableView().getItems().size()
                            ? null
                            : getTableView().getItems().get(getIndex());
            if (report == null) {
                setGraphic(null);
                return;
            }
            showing = true;
            roles.setId("doctor-role-" + report.table() + "-" + report.name());
            roles.setAccessibleText(Messages.get("doctor.roleOf", report.name()));
            roles.getItems().setAll(ColumnRole.of(report.table()));
            roles.setValue(report.role());
            roles.getStyleClass().removeAll("guessed");
            if (!report.said()) {
                roles.getStyleClass().add("guessed");
            }
            setGraphic(roles);
            showing = false;
        }
    }
}
