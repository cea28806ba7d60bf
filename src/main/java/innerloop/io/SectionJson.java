package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.experiment.kinds.Kind;
import innerloop.experiment.kinds.Section;
import innerloop.experiment.kinds.Section.Form;
import innerloop.experiment.kinds.Setting;
import innerloop.experiment.kinds.Values.Choice;
import innerloop.experiment.kinds.Values.Column;
import innerloop.experiment.kinds.Values.Decimal;
import innerloop.experiment.kinds.Values.Flag;
import innerloop.experiment.kinds.Values.Sizes;
import innerloop.experiment.kinds.Values.Whole;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A section of an experiment's file, such as `encoder`, read and written as the table of kinds says.
final class SectionJson {

    private SectionJson() {}

    static <T> T read(JsonFields top, Section<T> section) throws InputException {
        if (section.canBeLeftOut() && !top.has(section.name())) {
            return section.kinds().getFirst().defaults().get();
        }
        Kind<T> kind = kind(top, section);
        Set<String> known = new LinkedHashSet<>(kind.keys());
        if (section.form() != Form.PLAIN) {
            known.add(section.kindKey());
        }
        JsonFields fields = top.object(section.name(), known);
        Map<String, Object> values = new HashMap<>();
        for (Setting<T, ?> setting : kind.settings()) {
            if (fields.has(setting.key()) || setting.is(Setting.Mark.REQUIRED)) {
                values.put(setting.key(), value(fields, setting));
            }
        }
        return kind.of(values);
    }

    private static <T> Kind<T> kind(JsonFields top, Section<T> section) throws InputException {
        String name = section.name();
        String word =
                switch (section.form()) {
                    case PLAIN -> section.kinds().getFirst().word();
                    case KIND_ASSUMED ->
                            top.kindOf(name, section.kindKey(), section.kinds().getFirst().word());
                    case KIND_REQUIRED, OPTIONAL ->
                            top.kindOf(
                                    name,
                                    section.kindKey(),
                                    section.kinds().stream().map(Kind::word).toList());
                };
        Map<String, Kind<T>> byWord = new LinkedHashMap<>();
        section.kinds().forEach(kind -> byWord.put(kind.word(), kind));
        return top.chosen(section.kindPath(), word, byWord);
    }

    private static Object value(JsonFields fields, Setting<?, ?> setting) throws InputException {
        String key = setting.key();
        return switch (setting.values()) {
            case Whole _ -> fields.integer(key);
            case Decimal _ -> fields.number(key);
            case Flag _ -> fields.flag(key);
            case Choice<?> choice -> fields.choice(key, choice.words());
            case Column _ -> fields.text(key);
            case Sizes _ -> fields.integers(key);
        };
    }

    static <T> void write(T part, Section<T> section, ObjectNode into) {
        Kind<T> kind = section.kind(part);
        if (section.form() != Form.PLAIN) {
            into.put(section.kindKey(), kind.word());
        }
        for (Setting<T, ?> setting : kind.settings()) {
            put(setting, setting.of(part), into);
        }
    }

    /// Writes the defaults of those settings a file must give that are missing.
    static <T> void complete(Kind<T> kind, ObjectNode into) {
        for (Setting<T, ?> setting : kind.settings()) {
            if (setting.is(Setting.Mark.REQUIRED) && !into.has(setting.key())) {
                put(setting, setting.of(kind.defaults().get()), into);
            }
        }
    }

    private static void put(Setting<?, ?> setting, Object value, ObjectNode into) {
        String key = setting.key();
        switch (setting.values()) {
            case Whole whole -> into.put(key, whole.cast(value));
            case Decimal decimal -> into.put(key, decimal.cast(value));
            case Flag flag -> into.put(key, flag.cast(value));
            case Choice<?> choice -> into.put(key, choice.written(value));
            case Column column -> into.put(key, column.cast(value));
            case Sizes sizes -> {
                ArrayNode array = into.putArray(key);
                sizes.cast(value).forEach(array::add);
            }
        }
    }
}
