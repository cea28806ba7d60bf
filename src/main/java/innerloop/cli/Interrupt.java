package innerloop.cli;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// Ctrl-C, and the system's request to end: the first one is told to the command, which then ends in order; the second one ends
/// the program at once.
///
/// Java's shutdown hooks cannot do this, since nothing hears a second Ctrl-C while they run. `sun.misc.Signal` can. It belongs to
/// a module that is supported, but the compiler warns of it whatever one does, so it is called by its name.
final class Interrupt implements AutoCloseable {

    private static final List<String> SIGNALS = List.of("INT", "TERM");

    private final AtomicBoolean told = new AtomicBoolean();
    private final Runnable command;

    private Interrupt(Runnable command) {
        this.command = command;
    }

    /// Tells `command` of the first interrupt, on a thread of its own, until this is closed. Where the system does not let
    /// anybody hear of interrupts, they end the program as ever.
    static Interrupt tell(Runnable command) {
        Interrupt interrupt = new Interrupt(command);
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object heard =
                    Proxy.newProxyInstance(
                            Interrupt.class.getClassLoader(),
                            new Class<?>[] {handler},
                            (_, method, _) -> {
                                if (method.getName().equals("handle")) {
                                    interrupt.hear();
                                }
                                return null;
                            });
            for (String name : SIGNALS) {
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), heard);
            }
        } catch (ReflectiveOperationException e) {
            // Interrupts end the program as ever; what was kept on the way stays.
        }
        return interrupt;
    }

    private void hear() {
        if (told.getAndSet(true)) {
            Runtime.getRuntime().halt(CommandLineRunner.STOPPED);
        }
        command.run();
    }

    /// From now on an interrupt ends the program at once.
    @Override
    public void close() {
        told.set(true);
    }
}
