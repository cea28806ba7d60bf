package innerloop.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Numbers of things in words.
class AmountTest {

    @Test
    void oneThingIsNotMany() {
        assertThat(Amount.of(1, "node")).isEqualTo("1 node");
        assertThat(Amount.of(0, "node")).isEqualTo("0 nodes");
        assertThat(Amount.of(2, "class")).isEqualTo("2 classes");
        assertThat(Amount.of(1, "node has", "nodes have")).isEqualTo("1 node has");
        assertThat(Amount.of(12, "node has", "nodes have")).isEqualTo("12 nodes have");
    }
}
