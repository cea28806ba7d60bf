package innerloop.app.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.document.WorkbenchDocument;
import innerloop.app.shell.ShellPicture;
import innerloop.app.split.Lane;
import innerloop.app.split.SplitAdvice;
import innerloop.checks.Finding;
import innerloop.episode.FewShot;
import innerloop.episode.Lanes;
import innerloop.experiment.kinds.Kind;
import innerloop.experiment.kinds.Kinds;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.math.SparseMatrix;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Reptile;
import innerloop.nn.Encoder;
import innerloop.nn.Gat;
import innerloop.nn.Gcn;
import innerloop.phrase.Trouble;
import innerloop.task.NodeClassification;
import innerloop.task.NodeRegression;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipeViewModelTest {

    private final WorkbenchDocument document = new WorkbenchDocument(ShellPicture.experiment());
    private final RecipeViewModel recipe =
            new RecipeViewModel(
                    document,
                    (e, _) ->
                            List.of(
                                    new Finding(
                                            "encoder.hidden",
                                            Trouble.words("wide", "use 16"),
                                            false),
                                    new Finding("split.test", Trouble.words("no class", ""), true),
                                    new Finding("learner.kind", Trouble.words("slow", ""), false)));

    @Test
    void invalidTextStaysInTheFieldAndOutOfTheDocument() {
        FieldViewModel<?> hidden = recipe.field("encoder.hidden");
        var before = document.experiment().get();
        for (String text : List.of("0", "abc", "8, -1", "1, 2, 3, 4", "1.5")) {
            hidden.text().set(text);
            assertThat(hidden.error().get()).as(text).isNotEmpty();
            assertThat(hidden.text().get()).isEqualTo(text);
            assertThat(document.experiment().get()).isSameAs(before);
        }
        hidden.text().set("0");
        assertThat(hidden.error().get()).isEqualTo("hidden must be at least 1");
        // Another field's edit does not touch it.
        recipe.field("budget.steps").text().set("600");
        assertThat(hidden.text().get()).isEqualTo("0");
        hidden.text().set("32, 16");
        assertThat(hidden.error().get()).isEmpty();
        assertThat(document.experiment().get().encoder().layers().hidden()).containsExactly(32, 16);
    }

    @Test
    void typingIsOneEditAndUndoBringsTheTextBack() {
        FieldViewModel<?> steps = recipe.field("budget.steps");
        steps.text().set("1");
        steps.text().set("12");
        steps.text().set("120");
        steps.finish();
        assertThat(document.undoName().get()).isEqualTo("change steps");
        document.undo();
        assertThat(steps.text().get()).isEqualTo("500");
        assertThat(document.canUndo().get()).isFalse();
        document.redo();
        assertThat(steps.text().get()).isEqualTo("120");
    }

    @Test
    void openingADocumentForgetsUnfinishedText() {
        recipe.field("task.ways").text().set("x");
        document.open(ShellPicture.experiment(), null, null);
        assertThat(recipe.field("task.ways").text().get()).isEqualTo("5");
        assertThat(recipe.field("task.ways").error().get()).isEmpty();
    }

    @Test
    void aRateKeepsThePersonsSpellingUntilTheFieldIsLeft() {
        FieldViewModel<?> rate = recipe.field("learner.innerRate");
        rate.text().set("0,10");
        assertThat(rate.text().get()).isEqualTo("0,10");
        assertThat(document.experiment().get().learner())
                .isInstanceOfSatisfying(
                        Maml.class, m -> assertThat(m.inner().rate()).isEqualTo(0.1));
        rate.finish();
        assertThat(rate.text().get()).isEqualTo("0.1");
    }

    @Test
    @SuppressWarnings("unchecked")
    void anotherKindShowsItsOwnFieldsAndKeepsTheSharedOnes() {
        recipe.field("learner.innerSteps").text().set("9");
        ((ChoiceViewModel<Kind<MetaLearner>>) recipe.choice("learner.kind"))
                .choose(Kinds.LEARNER.kind("reptile"));
        assertThat(document.experiment().get().learner())
                .isInstanceOfSatisfying(
                        Reptile.class, r -> assertThat(r.inner().steps()).isEqualTo(9));
        assertThat(recipe.field("learner.epsilon").present().get()).isTrue();
        assertThat(recipe.field("learner.outerRate").present().get()).isFalse();
        ((ChoiceViewModel<Kind<Encoder>>) recipe.choice("encoder.kind"))
                .choose(Kinds.ENCODER.kind("gat"));
        assertThat(document.experiment().get().encoder()).isEqualTo(Gat.defaults());
        assertThat(recipe.field("encoder.heads").text().get()).isEqualTo("4");
        document.undo();
        document.undo();
        assertThat(document.experiment().get().encoder()).isEqualTo(Gcn.defaults());
        assertThat(document.experiment().get().learner())
                .isInstanceOfSatisfying(
                        Maml.class, m -> assertThat(m.inner().steps()).isEqualTo(9));
    }

    @Test
    void theTargetIsPickedFromTheColumnsOfTheOpenGraph() {
        AttributedGraph graph =
                new GraphBuilder("g", 2, false)
                        .features(
                                SparseMatrix.ofDense(2, 2, new double[] {1, 2, 3, 4}),
                                List.of("height", "warmth"))
                        .build();
        document.open(
                ShellPicture.experiment()
                        .withTask(new NodeRegression(1, 1, NodeRegression.Signal.COLUMN, "depth")),
                graph,
                null);
        @SuppressWarnings("unchecked")
        ChoiceViewModel<String> target = (ChoiceViewModel<String>) recipe.choice("task.target");
        assertThat(target.offered().get()).containsExactly("height", "warmth");
        assertThat(target.value().get()).as("what the file names stays").isEqualTo("depth");
        target.choose("warmth");
        assertThat(document.experiment().get().task())
                .isEqualTo(new NodeRegression(1, 1, NodeRegression.Signal.COLUMN, "warmth"));
    }

    @Test
    void findingsStandAtTheirFieldOrTheirCard() {
        assertThat(recipe.field("encoder.hidden").note().get()).isEqualTo("wide; use 16");
        assertThat(recipe.findingsOfCard("split")).hasSize(1);
        assertThat(recipe.findingsOfCard("encoder")).isEmpty();
        assertThat(recipe.findingsOfCard("learner")).hasSize(1);
    }

    @Test
    void movingAClassIsOneUndoableEdit() {
        document.setGraph(ShellPicture.graph());
        recipe.split().move("web", Lane.BASE);
        assertThat(document.experiment().get().split().lanes().train()).endsWith("web");
        assertThat(document.experiment().get().split().lanes().test()).doesNotContain("web");
        assertThat(document.undoName().get()).isEqualTo("move web to base");
        recipe.split().move("web", Lane.BASE);
        document.undo();
        assertThat(recipe.split().laneOf("web")).isEqualTo(Lane.NOVEL);
        assertThat(document.canUndo().get()).isFalse();
        recipe.split().move("web", Lane.UNUSED);
        assertThat(recipe.split().state().get().lanes().get(Lane.UNUSED)).hasSize(1);
    }

    @Test
    void randomSplitsDependOnTheSeedOnlyAndUseEveryLargeClassOnce() {
        AttributedGraph graph = ShellPicture.graph();
        for (int ways = 2; ways <= 8; ways++) {
            FewShot task = new NodeClassification(ways, 3, 15).drawing();
            for (long seed = 0; seed < 50; seed++) {
                Lanes split = SplitAdvice.random(graph, task, seed);
                assertThat(split).isEqualTo(SplitAdvice.random(graph, task, seed));
                List<String> all = new ArrayList<>(split.train());
                all.addAll(split.validation());
                all.addAll(split.test());
                assertThat(all).doesNotHaveDuplicates().hasSize(11).doesNotContain("doc");
                if (ways <= 5) {
                    assertThat(split.train()).hasSizeGreaterThanOrEqualTo(ways);
                    assertThat(split.test()).hasSizeGreaterThanOrEqualTo(ways);
                }
            }
        }
        assertThat(SplitAdvice.random(graph, NodeClassification.defaults().drawing(), 1))
                .isNotEqualTo(
                        SplitAdvice.random(graph, NodeClassification.defaults().drawing(), 2));
    }
}
