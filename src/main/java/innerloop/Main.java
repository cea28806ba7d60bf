package innerloop;

import innerloop.app.bench.BenchMemoryCommand;
import innerloop.app.bench.BenchRenderCommand;
import innerloop.app.bench.BenchTableCommand;
import innerloop.app.bench.BenchWindowCommand;
import innerloop.app.tour.TourCommand;
import innerloop.app.workbench.WorkbenchApplication;
import innerloop.bench.BenchCommand;
import innerloop.bench.BenchCurvesCommand;
import innerloop.cli.AdaptCommand;
import innerloop.cli.ArenaCommand;
import innerloop.cli.CertifyCommand;
import innerloop.cli.CommandLineRunner;
import innerloop.cli.CompareCommand;
import innerloop.cli.ConvertCommand;
import innerloop.cli.ExplainCommand;
import innerloop.cli.ExportCommand;
import innerloop.cli.FoldsCommand;
import innerloop.cli.GenerateCommand;
import innerloop.cli.ImportCommand;
import innerloop.cli.KindsCommand;
import innerloop.cli.LessonCommand;
import innerloop.cli.PredictCommand;
import innerloop.cli.RaceCommand;
import innerloop.cli.RunCommand;
import innerloop.cli.StreamCommand;
import java.io.File;
import javafx.application.Application;
import picocli.CommandLine;

/// Where the program starts.
public final class Main {

    private Main() {}

    /// Runs the command in `arguments`; opens the window when there is none, or only a file to show in it.
    public static void main(String[] arguments) {
        boolean fileOnly = arguments.length == 1 && new File(arguments[0]).exists();
        if (arguments.length == 0 || fileOnly) {
            Application.launch(WorkbenchApplication.class, arguments);
            System.exit(0);
        }
        System.exit(CommandLineRunner.execute(commandLine(), arguments));
    }

    /// All commands; a new one each time, because a command remembers its options.
    public static CommandLine commandLine() {
        return CommandLineRunner.commandLine(
                new RunCommand(),
                new FoldsCommand(),
                new ArenaCommand(),
                new RaceCommand(),
                new StreamCommand(),
                new PredictCommand(),
                new AdaptCommand(),
                new ExplainCommand(),
                new GenerateCommand(),
                new CompareCommand(),
                new CommandLine(new BenchCommand())
                        .addSubcommand(new BenchRenderCommand())
                        .addSubcommand(new BenchTableCommand())
                        .addSubcommand(new BenchMemoryCommand())
                        .addSubcommand(new BenchCurvesCommand())
                        .addSubcommand(new BenchWindowCommand()),
                new KindsCommand(),
                new LessonCommand(),
                new CertifyCommand(),
                new ImportCommand(),
                new ConvertCommand(),
                new ExportCommand(),
                new TourCommand());
    }
}
