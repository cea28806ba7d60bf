package innerloop.app.recipe;

import innerloop.app.ExperimentName;
import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import innerloop.experiment.Experiment;
import innerloop.experiment.kinds.Kind;
import innerloop.experiment.kinds.Kinds;
import innerloop.experiment.kinds.Section;
import innerloop.experiment.kinds.Setting;
import innerloop.experiment.kinds.Setting.Mark;
import innerloop.experiment.kinds.Values;
import innerloop.experiment.kinds.Values.Choice;
import innerloop.experiment.kinds.Values.Column;
import innerloop.experiment.kinds.Values.Decimal;
import innerloop.experiment.kinds.Values.Flag;
import innerloop.experiment.kinds.Values.Sizes;
import innerloop.experiment.kinds.Values.Whole;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The editable settings: every field and choice of the recipe by its key in the experiment's file, as the table of
/// kinds has them. A field is there only while the experiment has the setting.
final class RecipeFields {

    private final WorkbenchDocument document;
    private final Map<String, FieldViewModel<?>> fields = new LinkedHashMap<>();
    private final Map<String, ChoiceViewModel<?>> choices = new LinkedHashMap<>();

    RecipeFields(WorkbenchDocument document) {
        this.document = document;
        field(
                "name",
                Part.of(Experiment::name, Experiment::withName),
                FieldParser::name,
                ExperimentName::shown);
        Kinds.SECTIONS.forEach(this::section);
        field(
                "seed",
                Part.of(Experiment::seed, Experiment::withSeed),
                FieldParser::seed,
                String::valueOf);
    }

    Map<String, FieldViewModel<?>> fields() {
        return fields;
    }

    Map<String, ChoiceViewModel<?>> choices() {
        return choices;
    }

    private <T> void section(Section<T> section) {
        if (section.kinds().size() > 1) {
            String where = section.kindPath();
            options(where, section.kinds(), Kind::word, Part.kind(section));
        }
        section.settings().forEach(setting -> setting(section, setting));
    }

    private void setting(Section<?> section, Setting<?, ?> setting) {
        String where = section.path(setting.key());
        switch (setting.values()) {
            case Whole whole ->
                    field(
                            where,
                            part(section, setting, whole),
                            label -> FieldParser.integer(label, whole.least(), whole.most()),
                            String::valueOf);
            case Decimal decimal ->
                    field(
                            where,
                            part(section, setting, decimal),
                            label ->
                                    switch (decimal.bounds()) {
                                        case POSITIVE -> FieldParser.positive(label);
                                        case FRACTION -> FieldParser.fraction(label);
                                        case SHARE -> FieldParser.slope(label);
                                        case FROM_ZERO -> FieldParser.fromZero(label);
                                    },
                            decimal::written);
            case Sizes sizes ->
                    field(
                            where,
                            part(section, setting, sizes),
                            FieldParser::sizes,
                            list ->
                                    list.stream()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(", ")));
            case Column column ->
                    choice(
                            where,
                            this::columns,
                            Function.identity(),
                            _ -> "",
                            part(section, setting, column));
            case Flag flag ->
                    choice(
                            where,
                            flag::options,
                            String::valueOf,
                            _ -> "",
                            part(section, setting, flag));
            case Choice<?> choice -> words(where, section, setting, choice);
        }
    }

    /// The columns of numbers that the open graph's nodes have.
    private List<String> columns() {
        AttributedGraph graph = document.graph().get();
        return graph == null ? List.of() : graph.featureTable().columns();
    }

    private <E extends Enum<E>> void words(
            String where, Section<?> section, Setting<?, ?> setting, Choice<E> choice) {
        options(where, choice.options(), Values::word, part(section, setting, choice));
    }

    /// A choice whose options have their texts by their words in files.
    private <T> void options(
            String where, List<T> options, Function<T, String> word, Part<T> value) {
        String key = "option." + where + ".";
        choice(
                where,
                () -> options,
                option -> Messages.get(key + word.apply(option)),
                option -> {
                    String why = key + word.apply(option) + ".why";
                    return Messages.has(why) ? Messages.get(why) : "";
                },
                value);
    }

    private <V> Part<V> part(Section<?> section, Setting<?, ?> setting, Values<V> values) {
        Part<V> part = Part.setting(section, setting.key(), values);
        if (setting.is(Mark.HISTORY)) {
            return part.onlyIf(_ -> {
                AttributedGraph graph = document.graph().get();
                return graph != null && graph.snapshot().isPresent();
            });
        }
        if (setting.is(Mark.ATTRIBUTES)) {
            return part.onlyIf(e -> e.features().kind() == FeatureRecipe.Kind.ATTRIBUTES);
        }
        if (setting.is(Mark.TRAINING)) {
            return part.onlyIf(e -> e.learner().trains());
        }
        return setting.is(Mark.EPISODES) ? part.onlyIf(e -> !e.task().isWhole()) : part;
    }

    private <T> void field(
            String where,
            Part<T> value,
            Function<String, FieldParser<T>> parser,
            Function<T, String> format) {
        FieldParser<T> parse = parser.apply(FieldSpec.label(where));
        fields.put(
                where,
                new FieldViewModel<>(document, new FieldSpec<>(where, value, parse, format)));
    }

    private <T> void choice(
            String where,
            Supplier<List<T>> options,
            Function<T, String> name,
            Function<T, String> why,
            Part<T> value) {
        choices.put(where, new ChoiceViewModel<>(document, where, options, name, why, value));
    }
}
