package innerloop.cli;

import innerloop.experiment.InputException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Turns arguments into a command and its outcome into an exit code.
public final class CommandLineRunner {

    /// Bad input.
    public static final int BAD_INPUT = 2;

    /// A run whose numbers stopped being finite.
    public static final int DIVERGED = 3;

    /// A run that was told to stop.
    public static final int STOPPED = 130;

    private CommandLineRunner() {}

    @Command(
            name = "innerloop",
            mixinStandardHelpOptions = true,
            version = "Innerloop 0.1.0",
            description = "A workbench for meta-learning on graphs. Without a command: the window.")
    private static final class Innerloop {}

    /// A command line with these sub-commands; executing it returns the exit code.
    public static CommandLine commandLine(Object... commands) {
        CommandLine line = new CommandLine(new Innerloop());
        for (Object command : commands) {
            line.addSubcommand(command);
        }
        line.setExecutionExceptionHandler(CommandLineRunner::explain);
        line.setParameterExceptionHandler(CommandLineRunner::explainUsage);
        return line;
    }

    private static int explain(Exception e, CommandLine line, CommandLine.ParseResult arguments) {
        PrintWriter err = line.getErr();
        if (e instanceof InputException) {
            err.println("innerloop: " + e.getMessage());
            return BAD_INPUT;
        }
        err.println("innerloop: " + e.getClass().getSimpleName() + ": " + e.getMessage());
        if (System.getenv("INNERLOOP_DEBUG") != null) {
            e.printStackTrace(err);
        } else {
            err.println("This is a fault of ours. INNERLOOP_DEBUG=1 shows where it happened.");
        }
        return 1;
    }

    private static int explainUsage(CommandLine.ParameterException e, String[] arguments) {
        PrintWriter err = e.getCommandLine().getErr();
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        err.println(
                "innerloop: %s; see %s --help"
                        .formatted(message, e.getCommandLine().getCommandSpec().qualifiedName()));
        return BAD_INPUT;
    }
}
