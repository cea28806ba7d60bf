package innerloop.lesson;

import innerloop.checks.Nearest;
import innerloop.phrase.Trouble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/// Reads the parts of one step after another.
final class PartReader {

    /// Blocks that mean something, with the keys they take.
    enum Kind {
        CHOICE("ask", "+", "-", "hint", "check"),
        NUMBER("ask", "expect", "written", "tolerance", "unit", "hint"),
        RUN("name", "set", "button"),
        RACE("name", "set", "button"),
        LOOK("tab", "node", "step", "inner", "button");

        @SuppressWarnings("ImmutableEnumChecker") // List.of
        private final List<String> keys;

        Kind(String... keys) {
            this.keys = List.of(keys);
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The pages of the window that a lesson can bring to the front.
    static final List<String> TABS =
            List.of(
                    "graph",
                    "embedding",
                    "node",
                    "calculus",
                    "curves",
                    "inner",
                    "outer",
                    "runs",
                    "episode",
                    "folds",
                    "arena",
                    "race",
                    "growth",
                    "generated",
                    "table");

    /// Blocks that are shown as they stand.
    private static final Set<String> VERBATIM = Set.of("text", "console", "sh", "json");

    private final MarkdownReader markdown;
    private final ExpressionReader expressions;
    private final Consumer<Complaint> complaints;
    private List<Part> parts = new ArrayList<>();
    private List<Prose> prose = new ArrayList<>();
    private int step;
    private int gates;
    private int runs;

    PartReader(MarkdownReader markdown, Consumer<Complaint> complaints) {
        this.markdown = markdown;
        this.expressions = new ExpressionReader(complaints);
        this.complaints = complaints;
    }

    /// A step begins.
    void begin(int number) {
        step = number;
        gates = 0;
        parts = new ArrayList<>();
        prose = new ArrayList<>();
    }

    /// A block of text.
    void text(Prose block) {
        prose.add(block);
    }

    private void add(Part part) {
        flush();
        parts.add(part);
    }

    private void flush() {
        if (!prose.isEmpty()) {
            parts.add(new Part.Text(prose));
            prose = new ArrayList<>();
        }
    }

    /// The parts of the step, which ends.
    List<Part> end() {
        flush();
        return List.copyOf(parts);
    }

    /// A block between fences.
    void block(MarkdownReader.Piece.Fenced fenced) {
        if (VERBATIM.contains(fenced.kind())) {
            text(new Prose.Verbatim(String.join("\n", fenced.lines())));
            return;
        }
        Optional<Kind> kind =
                Arrays.stream(Kind.values())
                        .filter(one -> one.word().equals(fenced.kind()))
                        .findFirst();
        if (kind.isEmpty()) {
            complaints.accept(
                    new Complaint(
                            fenced.place(),
                            Trouble.of(
                                    "lesson.noBlock",
                                    fenced.kind(),
                                    Nearest.of(fenced.kind(), LessonReader.blockKinds()))));
            return;
        }
        Fields fields =
                Fields.of(
                        fenced.place(),
                        fenced.lines(),
                        fenced.first(),
                        kind.get().keys,
                        complaints);
        switch (kind.get()) {
            case CHOICE -> add(choice(fields));
            case NUMBER -> number(fields).ifPresent(this::add);
            case RUN -> add(run(fields, Part.RunKind.TRAIN));
            case RACE -> add(run(fields, Part.RunKind.RACE));
            case LOOK -> add(look(fields));
        }
    }

    private String nextId() {
        gates++;
        return step + "." + gates;
    }

    private List<Inline> line(Optional<Fields.Field> field) {
        return field.map(f -> markdown.line(f.value(), f.at())).orElse(List.of());
    }

    private Part choice(Fields fields) {
        List<Part.Option> options = new ArrayList<>();
        for (Fields.Field field : fields.all()) {
            if (field.key().equals("+") || field.key().equals("-")) {
                String[] halves = field.value().split("\\s+=>\\s+", 2);
                Place reply = field.at().right(field.value().length());
                options.add(
                        new Part.Option(
                                field.key().equals("+"),
                                markdown.line(halves[0], field.at()),
                                halves.length < 2 ? List.of() : markdown.line(halves[1], reply)));
            }
        }
        if (options.size() < 2) {
            fields.complain(fields.place(), Trouble.of("lesson.twoAnswers"));
        } else if (options.stream().noneMatch(Part.Option::right)) {
            fields.complain(fields.place(), Trouble.of("lesson.noneRight"));
        }
        return new Part.Choice(
                fields.place(),
                nextId(),
                line(fields.required("ask", "ask: …?")),
                options,
                line(fields.one("hint")),
                fields.all("check").stream()
                        .flatMap(f -> expressions.claim(f.value(), f.at()).stream())
                        .toList());
    }

    private Optional<Part> number(Fields fields) {
        List<Inline> ask = line(fields.required("ask", "ask: …?"));
        Optional<Expression> expect =
                fields.required("expect", "expect: run score")
                        .flatMap(f -> expressions.expression(f.value(), f.at()));
        NumberForm form = NumberForm.USUAL;
        Optional<Fields.Field> unit = fields.one("unit");
        if (unit.isPresent()) {
            if (unit.get().value().equals("%")) {
                form = NumberForm.PERCENT;
            } else {
                fields.complain(unit.get().at(), Trouble.of("lesson.noUnit", unit.get().value()));
            }
        }
        String id = nextId();
        OptionalDouble written = fields.number("written");
        Tolerance tolerance = tolerance(fields);
        NumberForm read = form;
        return expect.map(e ->
                new Part.Numeric(
                        fields.place(),
                        id,
                        ask,
                        e,
                        written,
                        tolerance,
                        read,
                        line(fields.one("hint"))));
    }

    private static Tolerance tolerance(Fields fields) {
        OptionalDouble size = fields.number("tolerance");
        if (size.isEmpty()) {
            return Tolerance.USUAL;
        }
        boolean relative = fields.text("tolerance").endsWith("%");
        double number = size.getAsDouble();
        if (number < 0) {
            fields.complain(
                    fields.one("tolerance").orElseThrow().at(), Trouble.of("lesson.tolerance"));
        }
        return new Tolerance(relative ? number / 100 : number, relative);
    }

    private Part run(Fields fields, Part.RunKind kind) {
        runs++;
        String name = fields.text("name");
        if (!name.isEmpty() && !name.matches("[\\p{L}\\p{N}_-]+")) {
            fields.complain(
                    fields.one("name").orElseThrow().at(), Trouble.of("lesson.noRunName", name));
        }
        List<String> settings = new ArrayList<>();
        for (Fields.Field field : fields.all("set")) {
            if (field.value().indexOf('=') < 1) {
                fields.complain(field.at(), Trouble.of("lesson.noSetting", field.value()));
            } else {
                settings.add(field.value());
            }
        }
        return new Part.Run(
                fields.place(),
                nextId(),
                name.isEmpty() ? "run-" + runs : name,
                kind,
                settings,
                fields.text("button"));
    }

    private Part look(Fields fields) {
        Optional<Fields.Field> tab = fields.one("tab");
        if (tab.isPresent() && !TABS.contains(tab.get().value())) {
            fields.complain(
                    tab.get().at(),
                    Trouble.of("lesson.noPage", tab.get().value())
                            .withFix(Nearest.didYouMean(tab.get().value(), TABS)));
        }
        if (fields.all().isEmpty()) {
            fields.complain(fields.place(), Trouble.of("lesson.noLook"));
        }
        return new Part.Look(
                fields.place(),
                tab.map(Fields.Field::value),
                fields.one("node").map(Fields.Field::value),
                fields.whole("step"),
                fields.whole("inner"),
                fields.text("button"));
    }
}
