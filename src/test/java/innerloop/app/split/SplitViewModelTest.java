package innerloop.app.split;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.BlockModel;
import innerloop.app.document.WorkbenchDocument;
import innerloop.episode.Lanes;
import innerloop.episode.Region;
import innerloop.episode.Split;
import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeSet;
import innerloop.training.SmallExperiments;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitViewModelTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();

    private final WorkbenchDocument document = new WorkbenchDocument(SmallExperiments.easy(1));
    private final SplitViewModel model = new SplitViewModel(document);

    private void open() {
        document.open(SmallExperiments.easy(1), GRAPH, null);
    }

    private Split split() {
        return document.experiment().get().split();
    }

    private List<String> names(Lane lane) {
        return model.state().get().lanes().getOrDefault(lane, List.of()).stream()
                .map(SplitItem::name)
                .toList();
    }

    @Test
    void withoutAGraphNothingIsKnown() {
        assertThat(model.state().get().isKnown()).isFalse();
        model.choose(Split.Kind.REGIONS);
        model.shuffle();
        assertThat(document.canUndo().get()).isFalse();
    }

    @Test
    void aClassMovesToTheEndOfALaneAndUndoBringsItBack() {
        open();
        assertThat(names(Lane.BASE)).containsExactly("c0", "c1");
        model.move("c2", Lane.BASE);
        assertThat(names(Lane.BASE)).containsExactly("c0", "c1", "c2");
        assertThat(names(Lane.VALIDATION)).containsExactly("c3");
        model.move("c2", Lane.BASE);
        assertThat(document.editsDone()).as("staying is no edit").isEqualTo(1);
        model.move("c0", Lane.UNUSED);
        assertThat(names(Lane.UNUSED)).containsExactly("c0");
        assertThat(model.laneOf("c0")).isEqualTo(Lane.UNUSED);
        document.undo();
        document.undo();
        assertThat(split()).isEqualTo(SmallExperiments.easy(1).split());
    }

    @Test
    void shufflesDifferAndBeginAnewWithADocument() {
        open();
        model.shuffle();
        Lanes first = split().lanes();
        model.shuffle();
        Lanes second = split().lanes();
        assertThat(second).isNotEqualTo(first);
        open();
        model.shuffle();
        assertThat(split().lanes()).isEqualTo(first);
    }

    @Test
    void aLookAtAnotherKindCostsNothing() {
        open();
        model.move("c0", Lane.UNUSED);
        Lanes before = split().lanes();
        model.choose(Split.Kind.REGIONS);
        assertThat(split().kind()).isEqualTo(Split.Kind.REGIONS);
        model.choose(Split.Kind.CLASSES);
        assertThat(split().lanes()).isEqualTo(before);
    }

    @Test
    void regionsAreNumberedReplacedAndRemoved() {
        open();
        NodeSet some = NodeSet.of(GRAPH.nodes(), 1, 2, 3);
        model.addRegion(" mine ", some);
        model.addRegion("", NodeSet.of(GRAPH.nodes(), 7));
        assertThat(split().regions()).extracting(Region::name).hasSize(2).startsWith("mine");
        assertThat(model.regionOf(some)).isEqualTo("mine");
        model.addRegion("mine", NodeSet.of(GRAPH.nodes(), 9));
        assertThat(split().regions()).hasSize(2);
        assertThat(model.regionOf(some)).isEmpty();
        model.move("mine", Lane.NOVEL);
        model.removeRegion("mine");
        assertThat(split().regions()).hasSize(1);
        assertThat(split().lanes().test()).doesNotContain("mine");
    }

    @Test
    void communitiesBecomeRegionsInLanes() {
        open();
        model.suggest(List.of());
        assertThat(document.canUndo().get()).isFalse();
        model.suggest(List.of(new int[] {0, 1, 2}, new int[] {30, 31, 32}));
        assertThat(split().kind()).isEqualTo(Split.Kind.REGIONS);
        assertThat(split().regions())
                .extracting(Region::nodes)
                .containsExactly(List.of(0, 1, 2), List.of(30, 31, 32));
        for (List<SplitItem> lane : model.state().get().lanes().values()) {
            assertThat(lane).allMatch(item -> model.nodes(item).size() == 3);
        }
    }

    @Test
    void messagesAreAPartOfTheSplit() {
        open();
        for (Split.Messages messages : Split.Messages.values()) {
            model.choose(messages);
            assertThat(model.state().get().messages()).isEqualTo(messages);
            assertThat(model.state().get().sentence()).isNotBlank();
        }
    }
}
