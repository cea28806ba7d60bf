package innerloop;

import innerloop.cli.CommandLineRunner;
import innerloop.cli.RunCommand;

/// Where the program starts.
public final class Main {

    private Main() {}

    /// Runs the command in `arguments`, or opens the window when there is none.
    public static void main(String[] arguments) {
        System.exit(CommandLineRunner.run(arguments, new RunCommand()));
    }
}
