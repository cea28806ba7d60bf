package innerloop.lesson;

import innerloop.checks.Nearest;
import innerloop.experiment.InputException;
import innerloop.phrase.Trouble;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Reads lessons. It goes on after a mistake, so that all of them are said at once.
public final class LessonReader {

    /// Stands above and below the head.
    private static final String FENCE = "---";

    private static final List<String> HEAD =
            List.of("title", "line", "minutes", "experiment", "set", "locked");

    private final List<Complaint> complaints = new ArrayList<>();
    private final MarkdownReader markdown = new MarkdownReader(complaints::add);

    /// What was read.
    ///
    /// @param lesson without what is wrong; empty if it has no head
    /// @param complaints in the order of their places
    public record Reading(Optional<Lesson> lesson, List<Complaint> complaints) {
        public Reading {
            complaints = List.copyOf(complaints);
        }
    }

    private LessonReader() {}

    /// Whether a text begins as a lesson does.
    public static boolean isLesson(String text) {
        return withoutMark(text).lines().findFirst().filter(FENCE::equals).isPresent();
    }

    /// Reads a file.
    ///
    /// @throws InputException if it cannot be read at all
    public static Reading read(Path file) throws InputException {
        try {
            return parse(Files.readString(file));
        } catch (CharacterCodingException _) {
            throw new InputException(Trouble.of("file.notUtf8"), file.toString());
        } catch (IOException _) {
            throw new InputException(
                    Trouble.of(Files.isDirectory(file) ? "lesson.folder" : "lesson.unreadable"),
                    file.toString());
        }
    }

    /// Reads a text.
    public static Reading parse(String text) {
        LessonReader reader = new LessonReader();
        Optional<Lesson> lesson = reader.lesson(withoutMark(text));
        reader.complaints.sort(
                Comparator.comparingInt((Complaint c) -> c.place().line())
                        .thenComparingInt(c -> c.place().column()));
        return new Reading(lesson, reader.complaints);
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private Optional<Lesson> lesson(String text) {
        List<String> lines = text.lines().toList();
        int end = lines.isEmpty() ? -1 : lines.subList(1, lines.size()).indexOf(FENCE) + 1;
        if (!isLesson(text) || end < 1) {
            complaints.add(new Complaint(new Place(1, 1), Trouble.of("lesson.noHead")));
            return Optional.empty();
        }
        Lesson.Head head = head(lines.subList(1, end));
        // The head becomes empty lines, so that the lines keep their numbers.
        String body =
                "\n".repeat(end + 1) + String.join("\n", lines.subList(end + 1, lines.size()));
        List<MarkdownReader.Piece> pieces = markdown.pieces(body);
        return Optional.of(steps(head, pieces));
    }

    private Lesson.Head head(List<String> lines) {
        Fields fields = Fields.of(new Place(1, 1), lines, new Place(2, 1), HEAD, complaints::add);
        String title = fields.required("title", "title: …").map(Fields.Field::value).orElse("");
        fields.required("minutes", "minutes: 15");
        Optional<Fields.Field> experiment = fields.required("experiment", "experiment: karate");
        String locked = fields.text("locked");
        if (!locked.isEmpty() && !locked.equals("recipe")) {
            fields.complain(
                    fields.one("locked").orElseThrow().at(), Trouble.of("lesson.locked", locked));
        }
        return new Lesson.Head(
                title,
                fields.text("line"),
                fields.whole("minutes").orElse(0),
                experiment.map(Fields.Field::value).orElse(""),
                experiment.map(Fields.Field::at).orElse(fields.place()),
                fields.all("set").stream().map(this::setting).toList(),
                locked.equals("recipe"));
    }

    private String setting(Fields.Field field) {
        if (field.value().indexOf('=') < 1) {
            complaints.add(
                    new Complaint(field.at(), Trouble.of("lesson.noSetting", field.value())));
        }
        return field.value();
    }

    private Lesson steps(Lesson.Head head, List<MarkdownReader.Piece> pieces) {
        List<Prose> introduction = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        PartReader parts = new PartReader(markdown, complaints::add);
        Place place = new Place(1, 1);
        String title = "";
        for (MarkdownReader.Piece piece : pieces) {
            switch (piece) {
                case MarkdownReader.Piece.Heading heading -> {
                    if (heading.level() == 1) {
                        complaints.add(
                                new Complaint(heading.place(), Trouble.of("lesson.titleInHead")));
                    }
                    if (!title.isEmpty()) {
                        steps.add(new Step(place, title, parts.end()));
                    }
                    title = heading.text().isEmpty() ? "–" : heading.text();
                    place = heading.place();
                    parts.begin(steps.size() + 1);
                }
                case MarkdownReader.Piece.Fenced fenced -> {
                    if (title.isEmpty()) {
                        complaints.add(
                                new Complaint(fenced.place(), Trouble.of("lesson.noStepAbove")));
                    } else {
                        parts.block(fenced);
                    }
                }
                case MarkdownReader.Piece.Block(Prose prose) -> {
                    if (title.isEmpty()) {
                        introduction.add(prose);
                    } else {
                        parts.text(prose);
                    }
                }
            }
        }
        if (title.isEmpty()) {
            complaints.add(new Complaint(new Place(1, 1), Trouble.of("lesson.noSteps")));
        } else {
            steps.add(new Step(place, title, parts.end()));
        }
        Lesson lesson = new Lesson(head, introduction, steps);
        requireRuns(lesson);
        return lesson;
    }

    /// A value that asks about a run needs one.
    private void requireRuns(Lesson lesson) {
        List<String> names =
                lesson.gates().stream()
                        .filter(Part.Run.class::isInstance)
                        .map(gate -> ((Part.Run) gate).name())
                        .toList();
        for (int i = 0; i < names.size(); i++) {
            if (names.indexOf(names.get(i)) < i) {
                String name = names.get(i);
                lesson.gates().stream()
                        .filter(gate -> gate instanceof Part.Run run && run.name().equals(name))
                        .skip(1)
                        .limit(1)
                        .forEach(gate ->
                                complaints.add(
                                        new Complaint(
                                                gate.place(), Trouble.of("lesson.twoRuns", name))));
            }
        }
        for (Quantity.Named value : Expressions.in(lesson)) {
            Optional<String> of = value.key("of");
            if (of.isPresent() && !names.contains(of.get())) {
                complaints.add(
                        new Complaint(
                                value.place(),
                                names.isEmpty()
                                        ? Trouble.of("lesson.noRunCalled", of.get())
                                        : Trouble.of("lesson.noRunCalled", of.get())
                                                .withFix(Nearest.didYouMean(of.get(), names))));
            } else if (value.source().isOfRun() && lesson.runOf(value).isEmpty()) {
                complaints.add(
                        new Complaint(
                                value.place(),
                                Trouble.of(
                                        "lesson.nothingRun",
                                        value.source() == Source.RACE ? "race" : "run")));
            }
        }
    }

    /// The kinds of blocks, for complaints.
    static List<String> blockKinds() {
        return Arrays.stream(PartReader.Kind.values()).map(PartReader.Kind::word).toList();
    }
}
