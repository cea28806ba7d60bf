package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.doctor.DoctorSheet;
import innerloop.app.doctor.DoctorViewModel;
import innerloop.app.shell.MainWindow;
import innerloop.experiment.GraphReading;
import innerloop.io.doctor.Diagnosis;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/// The opening of one graph: it is read, and what it is is shown before it is opened, unless it is small and clean.
final class GraphOpening {

    /// A file that takes longer to read shows how far it is.
    private static final Duration SOON = Duration.millis(400);

    private final MainWindow window;
    private final DoctorViewModel model;
    private final Consumer<Diagnosis> opened;
    private boolean shown;

    /// @param reading what a person has said of the file
    /// @param opened is told what to open
    GraphOpening(MainWindow window, Path path, GraphReading reading, Consumer<Diagnosis> opened) {
        this.window = window;
        this.model = new DoctorViewModel(path, reading);
        this.opened = opened;
    }

    /// Reads and opens; asks first if there is something to ask.
    void begin() {
        PauseTransition soon = new PauseTransition(SOON);
        soon.setOnFinished(_ -> {
            if (model.busy().get()) {
                show();
            }
        });
        soon.playFromStart();
        model.read(
                found -> {
                    if (found.isClean()) {
                        open(found);
                    } else if (found.graph().isEmpty()
                            && found.findings().stream()
                                    .allMatch(each -> each.remedies().isEmpty())) {
                        refuse(found);
                    } else {
                        show();
                    }
                },
                this::failed);
    }

    /// Reads, and shows what it is whatever it is.
    void ask() {
        show();
        model.read(_ -> {}, this::failed);
    }

    private void open(Diagnosis found) {
        hide();
        opened.accept(found);
    }

    private void refuse(Diagnosis found) {
        hide();
        found.findings()
                .forEach(each ->
                        window.notices().error(each.where() + ": " + Messages.of(each.what())));
    }

    private void failed(Throwable e) {
        hide();
        window.notices().error(Messages.get("open.failed", e));
    }

    private void hide() {
        if (shown) {
            shown = false;
            window.sheets().hide();
        }
    }

    private void show() {
        if (shown) {
            return;
        }
        shown = true;
        DoctorSheet sheet = new DoctorSheet(model);
        Button undo = new Button(Messages.get("doctor.undo"));
        undo.setId("doctor-undo");
        undo.disableProperty().bind(model.changed().not().or(model.busy()));
        undo.setOnAction(_ -> model.undo());
        Button cancel = new Button(Messages.get("close.cancel"));
        cancel.setId("doctor-cancel");
        cancel.setOnAction(_ -> hide());
        Button open = new Button(Messages.get("doctor.open"));
        open.setId("doctor-open");
        open.setDefaultButton(true);
        open.setOnAction(_ -> model.readable().ifPresent(this::open));
        model.diagnosis().subscribe(_ -> open.setDisable(model.readable().isEmpty()));
        model.busy().subscribe(_ -> open.setDisable(model.readable().isEmpty()));
        HBox buttons = new HBox(8, undo, cancel, open);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        sheet.sceneProperty()
                .subscribe((before, now) -> {
                    if (before != null && now == null) {
                        shown = false;
                        model.stop();
                    }
                });
        window.sheets()
                .show(
                        "doctor",
                        Messages.get("doctor.title", model.path().getFileName()),
                        DoctorSheet.WIDTH,
                        sheet,
                        buttons,
                        open);
    }
}
