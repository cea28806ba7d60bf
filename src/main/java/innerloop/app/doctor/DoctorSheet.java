package innerloop.app.doctor;

import innerloop.app.Messages;
import innerloop.app.ShownAs;
import innerloop.experiment.GraphReading;
import innerloop.experiment.GraphReading.Directions;
import innerloop.experiment.GraphReading.Header;
import innerloop.experiment.GraphReading.Separator;
import innerloop.io.GraphFormat;
import innerloop.io.doctor.Diagnosis;
import innerloop.io.doctor.Finding;
import innerloop.io.doctor.Remedy;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a file is and how it is read: its form, its counts, its columns with their roles, and what is odd, with what can be done
/// about it at once. While it is read, how far that is.
public final class DoctorSheet extends VBox {

    /// Of the sheet around it.
    public static final double WIDTH = 820;

    private final DoctorViewModel model;
    private final Label facts = new Label();
    private final FlowPane choices = new FlowPane(14, 8);
    private final ColumnTable columns;
    private final VBox findings = new VBox(8);
    private final HBox reading = new HBox(10);
    private boolean offering;

    /// The sheet of a file.
    public DoctorSheet(DoctorViewModel model) {
        super(12);
        this.model = model;
        setId("doctor");
        getStyleClass().add("doctor");
        columns = new ColumnTable(model);
        facts.setId("doctor-facts");
        facts.setWrapText(true);
        facts.setMinHeight(Region.USE_PREF_SIZE);
        findings.setId("doctor-findings");
        readingLine();
        getChildren().setAll(facts, choices, columns, findings, reading);
        model.diagnosis().subscribe(this::show);
        model.busy()
                .subscribe(busy -> {
                    columns.setDisable(busy);
                    findings.setDisable(busy);
                    choices.setDisable(busy);
                });
    }

    private void readingLine() {
        ProgressBar bar = new ProgressBar();
        bar.setId("doctor-progress");
        bar.progressProperty()
                .bind(model.progress().map(done -> done.doubleValue() <= 0 ? -1 : done));
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label said = new Label();
        said.textProperty().bind(model.said());
        said.setMinWidth(Region.USE_PREF_SIZE);
        Button stop = new Button(Messages.get("doctor.stop"));
        stop.setId("doctor-stop");
        stop.setOnAction(_ -> model.stop());
        reading.setAlignment(Pos.CENTER_LEFT);
        reading.getChildren().setAll(bar, said, stop);
        reading.visibleProperty().bind(model.busy());
        reading.managedProperty().bind(model.busy());
    }

    private void show(@Nullable Diagnosis found) {
        boolean known = found != null;
        for (Node part : List.of(facts, choices, columns, findings)) {
            part.setVisible(known);
            part.setManaged(known);
        }
        if (found == null) {
            return;
        }
        facts.setText(found.summary().map(DoctorFacts::line).orElse(Messages.get("doctor.unread")));
        offer(found);
        boolean tables = !found.columns().isEmpty();
        columns.setVisible(tables);
        columns.setManaged(tables);
        columns.show(found.columns());
        findings.getChildren().setAll(found.findings().stream().map(this::finding).toList());
    }

    private void offer(Diagnosis found) {
        offering = true;
        GraphReading said = found.reading();
        String guessed =
                found.summary()
                        .filter(_ -> said.format().isEmpty())
                        .map(read -> Messages.get("doctor.guessedAs", format(read.format())))
                        .orElse(Messages.get("doctor.guessed"));
        choices.getChildren()
                .setAll(
                        choice(
                                "format",
                                Stream.concat(
                                                Stream.of(""),
                                                Arrays.stream(GraphFormat.values())
                                                        .map(GraphFormat::id))
                                        .toList(),
                                said.format(),
                                id -> id.isEmpty() ? guessed : format(id),
                                GraphReading::withFormat));
        boolean table = found.summary().map(read -> read.format().equals("csv")).orElse(true);
        if (table) {
            choices.getChildren()
                    .addAll(
                            choice(
                                    "separator",
                                    List.of(Separator.values()),
                                    said.separator(),
                                    each -> Messages.get("doctor.separator." + each),
                                    GraphReading::withSeparator),
                            choice(
                                    "header",
                                    List.of(Header.values()),
                                    said.header(),
                                    each -> Messages.get("doctor.header." + each),
                                    GraphReading::withHeader));
        }
        choices.getChildren()
                .add(
                        choice(
                                "directions",
                                table
                                        ? List.of(Directions.values())
                                        : List.of(Directions.OF_FILE, Directions.UNDIRECTED),
                                said.directions(),
                                each -> Messages.get("doctor.directions." + each),
                                GraphReading::withDirections));
        offering = false;
    }

    private static String format(String id) {
        return Messages.get("facts.format." + id);
    }

    private <T> Node choice(
            String id,
            List<T> values,
            T value,
            Function<T, String> name,
            BiFunction<GraphReading, T, GraphReading> with) {
        ComboBox<T> box = new ComboBox<>();
        box.setId("doctor-" + id);
        box.setConverter(new ShownAs<>(name));
        box.getItems().setAll(values);
        box.setValue(value);
        Label label = new Label(Messages.get("doctor." + id));
        label.getStyleClass().add("dim");
        label.setLabelFor(box);
        box.setAccessibleText(label.getText());
        box.setOnAction(_ -> {
            if (!offering && box.getValue() != null) {
                model.take(with.apply(model.reading(), box.getValue()));
            }
        });
        HBox both = new HBox(6, label, box);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private Node finding(Finding finding) {
        Label text = new Label(Messages.of(finding.what()));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        VBox lines = new VBox(3, text);
        if (!finding.where().isEmpty()) {
            Label where = new Label(where(finding.where()));
            where.getStyleClass().addAll("dim", "small-text");
            lines.getChildren().addFirst(where);
        }
        FlowPane remedies = new FlowPane(8, 6);
        for (Remedy remedy : finding.remedies()) {
            Button button = new Button(Messages.of(remedy.words()));
            button.setId("doctor-remedy-" + remedy.id());
            button.setOnAction(_ -> model.take(remedy));
            remedies.getChildren().add(button);
        }
        if (!finding.remedies().isEmpty()) {
            lines.getChildren().add(remedies);
        }
        lines.getStyleClass().add("doctor-finding");
        return lines;
    }

    /// The file's name and the line, without its folders.
    private static String where(String whole) {
        int folder = Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\'));
        return whole.substring(folder + 1);
    }
}
