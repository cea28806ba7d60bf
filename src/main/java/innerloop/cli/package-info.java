/// The command line. Results go to stdout, progress and complaints to stderr.
///
/// Every command throws [innerloop.experiment.InputException] for a person's mistake; [CommandLineRunner] prints
/// it as one line and exits with 2. Other exit codes: 0 done, 3 diverged, 130 stopped.
@NullMarked
package innerloop.cli;

import org.jspecify.annotations.NullMarked;
