package innerloop.cli;

import innerloop.experiment.kinds.Kind;
import innerloop.experiment.kinds.Kinds;
import innerloop.experiment.kinds.Section;
import innerloop.experiment.kinds.Setting;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `kinds`: every encoder, learner and task with its settings, as `--set` takes them.
@Command(
        name = "kinds",
        mixinStandardHelpOptions = true,
        description = "List the kinds of encoders, learners and tasks and the settings of each.")
public final class KindsCommand implements Runnable {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Kinds.SECTIONS.forEach(section -> print(section, out));
        out.flush();
    }

    private static <T> void print(Section<T> section, PrintWriter out) {
        for (Kind<T> kind : section.kinds()) {
            out.println(
                    section.form() == Section.Form.PLAIN
                            ? section.name()
                            : section.kindPath() + "=" + kind.word());
            T usual = kind.defaults().get();
            for (Setting<T, ?> setting : kind.settings()) {
                out.println(
                        String.format(
                                Locale.ROOT,
                                "  %-26s %-14s %s",
                                section.path(setting.key()),
                                setting.values().written(setting.of(usual)),
                                allowed(kind, setting)));
            }
        }
    }

    private static <T, V> String allowed(Kind<T> kind, Setting<T, V> setting) {
        List<V> options = kind.options(setting);
        return options.isEmpty()
                ? setting.values().range()
                : options.stream().map(setting.values()::written).collect(Collectors.joining(", "));
    }
}
