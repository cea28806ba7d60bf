package innerloop.app.recipe;

import innerloop.experiment.kinds.Section;
import innerloop.experiment.kinds.Setting;
import innerloop.experiment.kinds.Setting.Mark;
import innerloop.experiment.kinds.Values.Flag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;

/// The rows of a card for the settings of a section: lines and fields side by side, then the check boxes, then what is
/// folded under "More".
final class SettingRows {

    private final RecipeViewModel model;
    private final Section<?> section;

    private SettingRows(RecipeViewModel model, Section<?> section) {
        this.model = model;
        this.section = section;
    }

    /// The rows of this section.
    static Node[] of(RecipeViewModel model, Section<?> section) {
        SettingRows rows = new SettingRows(model, section);
        List<Setting<?, ?>> sorted = new ArrayList<>(section.settings());
        sorted.sort(Comparator.comparing(Setting::row));
        List<Setting<?, ?>> folded = sorted.stream().filter(s -> s.is(Mark.FOLDED)).toList();
        sorted.removeAll(folded);
        List<Node> nodes = rows.nodes(sorted);
        if (!folded.isEmpty()) {
            MoreViewModel more = model.more(folded.stream().map(rows::where).toList());
            nodes.add(new MoreRows(section.name(), more, rows.nodes(folded).toArray(Node[]::new)));
        }
        return nodes.toArray(Node[]::new);
    }

    private String where(Setting<?, ?> setting) {
        return section.path(setting.key());
    }

    private List<Node> nodes(List<Setting<?, ?>> settings) {
        List<Node> nodes = new ArrayList<>();
        List<ChoiceViewModel<Boolean>> flags = new ArrayList<>();
        for (Setting.Row row : Setting.Row.values()) {
            List<FieldViewModel<?>> beside = new ArrayList<>();
            for (Setting<?, ?> setting : settings) {
                if (setting.row() != row) {
                    continue;
                }
                if (setting.values() instanceof Flag) {
                    flags.add(flag(where(setting)));
                } else if (!model.isField(where(setting))) {
                    nodes.add(FieldRow.of(model.choice(where(setting))));
                } else if (row.isSideBySide()) {
                    beside.add(model.field(where(setting)));
                } else {
                    nodes.add(FieldRow.of(model.field(where(setting))));
                }
            }
            if (!beside.isEmpty()) {
                nodes.add(FieldRow.across(beside));
            }
        }
        if (!flags.isEmpty()) {
            nodes.add(FieldRow.checks(flags));
        }
        return nodes;
    }

    @SuppressWarnings("unchecked")
    private ChoiceViewModel<Boolean> flag(String where) {
        return (ChoiceViewModel<Boolean>) model.choice(where);
    }
}
