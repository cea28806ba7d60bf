package innerloop.app.selection;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.Messages;
import innerloop.graph.select.NodeAttributes;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AttributeTitlesTest {

    @Test
    void everyNameOfOursIsTranslatedAndNoOther() {
        assertThat(NodeAttributes.RESERVED)
                .allSatisfy(name -> {
                    assertThat(AttributeTitles.of(name)).isNotBlank();
                    assertThat(Messages.bundle(Locale.ENGLISH).getString("table.column." + name))
                            .isEqualTo(name);
                    assertThat(
                                    Messages.bundle(Locale.SIMPLIFIED_CHINESE)
                                            .getString("table.column." + name))
                            .containsPattern("\\p{IsHan}");
                });
        // A column of the table of edges, but a feature of a node.
        assertThat(AttributeTitles.of("weight")).isEqualTo("weight");
    }
}
