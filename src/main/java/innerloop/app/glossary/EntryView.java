package innerloop.app.glossary;

import innerloop.app.Messages;
import innerloop.app.prose.ProseView;
import innerloop.lesson.GlossaryEntry;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// An entry as nodes.
final class EntryView {

    private static final double GAP = 10;

    private EntryView() {}

    /// All of it below its title: other names, text with formulas, the fields it explains, and what to read next.
    ///
    /// @param follow is told the id of a link that is chosen
    static VBox full(GlossaryEntry entry, GlossaryViewModel model, Consumer<String> follow) {
        VBox all = new VBox(GAP);
        all.setId("glossary-entry-" + entry.id());
        all.getStyleClass().add("glossary-entry");
        if (!entry.aliases().isEmpty()) {
            all.getChildren().add(quiet(Messages.get("glossary.also", joined(entry.aliases()))));
        }
        all.getChildren().add(ProseView.withLinks(follow).of(entry.text()));
        if (!entry.fields().isEmpty()) {
            String names =
                    entry.fields().stream()
                            .map(EntryView::label)
                            .distinct()
                            .collect(Collectors.joining(Messages.get("glossary.comma")));
            all.getChildren().add(quiet(Messages.get("glossary.fields", names)));
        }
        if (!entry.related().isEmpty()) {
            FlowPane related = new FlowPane(GAP, GAP / 2, quiet(Messages.get("glossary.see")));
            for (String id : entry.related()) {
                model.entry(id)
                        .map(other -> ProseView.link(other.term(), id, "glossary-see", follow))
                        .ifPresent(related.getChildren()::add);
            }
            all.getChildren().add(related);
        }
        return all;
    }

    /// Its first paragraph and formula below its title.
    ///
    /// @param field the setting that is asked about
    static VBox brief(GlossaryEntry entry, String field, Consumer<String> follow) {
        Label title = new Label(entry.term());
        title.getStyleClass().add("title");
        VBox all = new VBox(GAP, title);
        // One entry for several fields does not say which of them does what.
        if (entry.fields().size() > 1) {
            Label why = new Label(Messages.get("recipe." + field + ".why"));
            why.setWrapText(true);
            why.setMinHeight(Region.USE_PREF_SIZE);
            all.getChildren().add(why);
        }
        all.getChildren().add(ProseView.withLinks(follow).of(entry.brief()));
        return all;
    }

    private static String label(String field) {
        return Messages.get("recipe." + field + ".label");
    }

    private static String joined(List<String> words) {
        return String.join(Messages.get("glossary.comma"), words);
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("dim", "small-text");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
