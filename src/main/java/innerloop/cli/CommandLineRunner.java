package innerloop.cli;

import innerloop.experiment.InputException;
import innerloop.io.UnwrittenException;
import innerloop.phrase.OneLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Turns arguments into a command and its outcome into an exit code.
public final class CommandLineRunner {

    /// The machine refuses: a full disk, an output nobody reads, too little memory; or a fault of ours.
    public static final int FAILED = 1;

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
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(Console.out());
        line.setErr(Console.err());
        // Colours are control characters, and those are not printed.
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setExecutionExceptionHandler(CommandLineRunner::explain);
        line.setParameterExceptionHandler(CommandLineRunner::explainUsage);
        return line;
    }

    /// Executes. Running out of memory is said in one line, and so is output that could not be written.
    public static int execute(CommandLine line, String[] arguments) {
        int code = executed(line, arguments);
        Optional<IOException> lost =
                line.getOut() instanceof Console out ? out.failure() : Optional.empty();
        if (lost.isEmpty()) {
            return code;
        }
        String why = String.valueOf(lost.get().getMessage());
        // Whoever closes the pipe has seen enough, as `head` does.
        if (!why.toLowerCase(Locale.ROOT).contains("pipe")) {
            line.getErr().println("innerloop: the output cannot be written: " + why);
        }
        return code == 0 ? FAILED : code;
    }

    private static int executed(CommandLine line, String[] arguments) {
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            line.getErr()
                    .println(
                            "innerloop: not enough memory for this graph and these settings;"
                                    + " lower encoder.hidden, learner.innerSteps,"
                                    + " learner.tasksPerStep, task.queries or budget.testTasks, or"
                                    + " raise -XX:MaxRAMPercentage in jpackage/jvm.options");
            return FAILED;
        }
    }

    private static int explain(Exception e, CommandLine line, CommandLine.ParseResult arguments) {
        PrintWriter err = line.getErr();
        if (e instanceof InputException) {
            err.println("innerloop: " + e.getMessage());
            return BAD_INPUT;
        }
        if (e instanceof UnwrittenException) {
            err.println("innerloop: " + OneLine.of(String.valueOf(e.getMessage())));
            return FAILED;
        }
        if (e instanceof IOException || e instanceof InvalidPathException) {
            // The file system says no; its message is the path, or the path with a reason.
            err.println(
                    "innerloop: cannot read or write here: "
                            + OneLine.of(String.valueOf(e.getMessage())));
            return BAD_INPUT;
        }
        err.println(
                "innerloop: " + OneLine.of(e.getClass().getSimpleName() + ": " + e.getMessage()));
        if (System.getenv("INNERLOOP_DEBUG") != null) {
            e.printStackTrace(err);
        } else {
            err.println("This is a fault of ours. INNERLOOP_DEBUG=1 shows where it happened.");
        }
        return FAILED;
    }

    private static int explainUsage(CommandLine.ParameterException e, String[] arguments) {
        PrintWriter err = e.getCommandLine().getErr();
        String message =
                switch (e) {
                    case CommandLine.MutuallyExclusiveArgsException _,
                            CommandLine.MaxValuesExceededException _ ->
                            "two of the arguments exclude each other; give one of them";
                    default ->
                            OneLine.of(String.valueOf(e.getMessage())).replaceFirst("^Error: ", "");
                };
        err.println(
                "innerloop: %s; see %s --help"
                        .formatted(message, e.getCommandLine().getCommandSpec().qualifiedName()));
        return BAD_INPUT;
    }
}
