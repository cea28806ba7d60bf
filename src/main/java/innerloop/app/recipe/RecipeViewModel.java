package innerloop.app.recipe;

import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.split.SplitViewModel;
import innerloop.checks.Finding;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.io.GraphSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// All fields of the recipe, and the findings at the place they are about.
public final class RecipeViewModel {

    /// Values without a line of their own to say something in: their findings go to the card.
    private static final Set<String> WITHOUT_LINE = Set.of("seed", "encoder.kind", "learner.kind");

    private final WorkbenchDocument document;
    private final RecipeCheck check;
    private final Map<String, FieldViewModel<?>> fields;
    private final Map<String, ChoiceViewModel<?>> choices;
    private final SplitViewModel split;
    private final ReadOnlyObjectWrapper<List<Finding>> findings =
            new ReadOnlyObjectWrapper<>(this, "findings", List.of());
    private final ReadOnlyStringWrapper graphLine =
            new ReadOnlyStringWrapper(this, "graphLine", "");
    private final ReadOnlyStringWrapper graphSize =
            new ReadOnlyStringWrapper(this, "graphSize", "");

    public RecipeViewModel(WorkbenchDocument document, RecipeCheck check) {
        this.document = document;
        this.check = check;
        RecipeFields all = new RecipeFields(document);
        fields = all.fields();
        choices = all.choices();
        split = new SplitViewModel(document);
        document.graph().addListener((_, _, _) -> refresh());
        document.experiment().subscribe(_ -> refresh());
    }

    private void refresh() {
        Experiment experiment = document.experiment().get();
        AttributedGraph graph = document.graph().get();
        graphSize.set(
                graph == null
                        ? ""
                        : Messages.get("recipe.graph.size", graph.nodesPresent(), graph.edges()));
        graphLine.set(graph == null ? Messages.get("recipe.graph.none") : graph.name());
        List<Finding> found = check.check(experiment, graph);
        fields.forEach((where, field) -> field.note().set(lineAt(where, found)));
        choices.forEach((where, choice) -> choice.note().set(lineAt(where, found)));
        findings.set(List.copyOf(found));
    }

    private static String lineAt(String where, List<Finding> found) {
        return found.stream()
                .filter(finding -> finding.where().equals(where))
                .map(finding -> SettingNames.in(finding.trouble().sentence()))
                .collect(Collectors.joining("\n"));
    }

    /// Findings about a card (`split`, `encoder`, …) that no field of it shows.
    public List<Finding> findingsOfCard(String... prefixes) {
        List<Finding> mine = new ArrayList<>();
        for (Finding finding : findings.get()) {
            String at = finding.where();
            boolean shown = !WITHOUT_LINE.contains(at) && isPresent(at);
            for (String prefix : prefixes) {
                if (!shown && (at.equals(prefix) || at.startsWith(prefix + "."))) {
                    mine.add(finding);
                }
            }
        }
        return mine;
    }

    private boolean isPresent(String where) {
        RecipeValue field = fields.get(where);
        RecipeValue value = field == null ? choices.get(where) : field;
        return value != null && value.present().get();
    }

    /// Every value there is, present or not.
    List<RecipeValue> values() {
        return Stream.<RecipeValue>concat(fields.values().stream(), choices.values().stream())
                .toList();
    }

    /// Values that are folded away in a card, by their keys.
    MoreViewModel more(List<String> keys) {
        return new MoreViewModel(
                keys.stream().map(key -> isField(key) ? field(key) : choice(key)).toList());
    }

    /// Whether the value at this key is typed and not picked.
    boolean isField(String where) {
        return fields.containsKey(where);
    }

    /// The field at this key.
    public FieldViewModel<?> field(String where) {
        return known(fields.get(where), where);
    }

    /// The choice at this key.
    public ChoiceViewModel<?> choice(String where) {
        return known(choices.get(where), where);
    }

    private static <V> V known(@Nullable V value, String where) {
        if (value == null) {
            throw new IllegalArgumentException("no field at " + where);
        }
        return value;
    }

    /// The split.
    public SplitViewModel split() {
        return split;
    }

    /// Everything found about the experiment as it is.
    public ReadOnlyObjectProperty<List<Finding>> findings() {
        return findings.getReadOnlyProperty();
    }

    /// The graph's name, classes and features in a line.
    public ReadOnlyStringProperty graphLine() {
        return graphLine.getReadOnlyProperty();
    }

    /// The summary of the open graph as it was read; empty while it is not known.
    ReadOnlyObjectProperty<Optional<GraphSummary>> graphSummary() {
        return document.summary();
    }

    /// The graph's nodes and edges; empty while there is none.
    public ReadOnlyStringProperty graphSize() {
        return graphSize.getReadOnlyProperty();
    }
}
