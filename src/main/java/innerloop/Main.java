package innerloop;

import innerloop.app.tour.TourCommand;
import innerloop.app.workbench.WorkbenchApplication;
import innerloop.cli.CommandLineRunner;
import innerloop.cli.ImportCommand;
import innerloop.cli.RunCommand;
import javafx.application.Application;

/// Where the program starts.
public final class Main {

    private Main() {}

    /// Runs the command in `arguments`, or opens the window when there is none.
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            Application.launch(WorkbenchApplication.class);
            System.exit(0);
        }
        System.exit(
                CommandLineRunner.run(
                        arguments, new RunCommand(), new ImportCommand(), new TourCommand()));
    }
}
