package innerloop.cli;

import innerloop.experiment.InputException;
import innerloop.io.StateFolder;
import innerloop.lesson.Answer;
import innerloop.lesson.AnswerSheet;
import innerloop.lesson.Complaint;
import innerloop.lesson.Lesson;
import innerloop.lesson.LessonFiles;
import innerloop.lesson.LessonReader;
import innerloop.lesson.Part;
import innerloop.lesson.Rehearsal;
import innerloop.lesson.Step;
import innerloop.lesson.Workings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lesson [FILE] [--check]`: lists lessons, shows what is in one, and says what is wrong with it.
@Command(
        name = "lesson",
        mixinStandardHelpOptions = true,
        description =
                "List the lessons, print what is in one, or check it: what is wrong with line and"
                        + " column, and every expected value computed again from start to end.")
public final class LessonCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "a lesson (*.md); without one the lessons of the program are listed")
    private @Nullable Path file;

    @Option(
            names = "--check",
            description =
                    "say what is wrong with it, and play it: make its runs, compute every expected"
                            + " value and hold it against what is written")
    private boolean check;

    @Option(
            names = "--answers",
            paramLabel = "OUT.csv",
            description = "write what was answered to it in the window of this machine")
    private @Nullable Path answers;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "worker threads (default: all cores); does not change the result")
    private @Nullable Integer threads;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException, IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter progress = spec.commandLine().getErr();
        Path asked = file;
        if (asked == null) {
            if (check || answers != null) {
                throw new InputException(
                        "needs a lesson", check ? "--check" : "--answers", "give its file");
            }
            list(out);
            return 0;
        }
        LessonReader.Reading reading = LessonReader.read(asked);
        if (answers != null) {
            return writeAnswers(asked, answers, out);
        }
        List<Complaint> complaints = new ArrayList<>(reading.complaints());
        if (reading.lesson().isPresent() && complaints.isEmpty()) {
            Lesson lesson = reading.lesson().get();
            if (!check) {
                outline(lesson, out);
                return 0;
            }
            Rehearsal rehearsal = rehearse(lesson, asked);
            rehearsal
                    .lines()
                    .forEach(line ->
                            out.printf(
                                    "%s  %s  %s%n",
                                    line.gate().id(), kind(line.gate()), line.outcome()));
            complaints.addAll(rehearsal.complaints());
        }
        for (Complaint complaint : complaints) {
            progress.println(complaint.line(asked.toString()));
        }
        if (complaints.isEmpty()) {
            out.println("nothing is wrong with it");
            return 0;
        }
        return CommandLineRunner.BAD_INPUT;
    }

    private Rehearsal rehearse(Lesson lesson, Path asked) throws InputException {
        int workers = Counts.workers(threads);
        Path experiment;
        try {
            experiment = Workings.experimentFile(lesson, asked, LessonFiles.samples());
        } catch (InputException e) {
            throw new InputException(
                    String.valueOf(e.getMessage()),
                    "%s:%d:%d"
                            .formatted(
                                    asked,
                                    lesson.head().experimentPlace().line(),
                                    lesson.head().experimentPlace().column()),
                    "");
        }
        return Rehearsal.of(lesson, new Workings(lesson, experiment, workers));
    }

    private static int writeAnswers(Path lesson, Path to, PrintWriter out)
            throws InputException, IOException {
        Path state =
                StateFolder.of(
                        System.getenv(),
                        Path.of(System.getProperty("user.home")),
                        System.getProperty("os.name"));
        List<Answer> kept = AnswerSheet.read(AnswerSheet.kept(state, lesson));
        if (kept.isEmpty()) {
            throw new InputException(
                    "nothing was answered to it on this machine",
                    lesson.toString(),
                    "open it in the window first");
        }
        AnswerSheet.write(to, kept);
        out.printf("written to %s%n", to);
        return 0;
    }

    private static void list(PrintWriter out) throws InputException {
        List<List<String>> rows = new ArrayList<>();
        for (Path path : LessonFiles.in(LessonFiles.lessons())) {
            LessonReader.read(path)
                    .lesson()
                    .ifPresent(lesson ->
                            rows.add(
                                    List.of(
                                            path.toString(),
                                            lesson.head().title(),
                                            lesson.head().minutes() + " minutes")));
        }
        Table.aligned(rows).forEach(out::println);
    }

    private static void outline(Lesson lesson, PrintWriter out) {
        Lesson.Head head = lesson.head();
        out.printf("%s (%d minutes, on %s)%n", head.title(), head.minutes(), head.experiment());
        for (int s = 0; s < lesson.steps().size(); s++) {
            Step step = lesson.steps().get(s);
            out.printf("  %d  %s%n", s + 1, step.title());
            step.gates().forEach(gate -> out.printf("     %s  %s%n", gate.id(), kind(gate)));
        }
    }

    private static String kind(Part.Gate gate) {
        return switch (gate) {
            case Part.Choice _ -> "choice";
            case Part.Numeric _ -> "number";
            case Part.Run run -> run.kind() == Part.RunKind.RACE ? "race" : "run";
        };
    }
}
