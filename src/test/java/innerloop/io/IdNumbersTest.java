package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdNumbersTest {

    @Test
    void idsHaveNumbersInTheirOrderAndAreNoOtherTexts() {
        List<String> ids =
                List.of("7", "0", "00", "07", "-7", "a", "4194303", "4194304", "99999999", "", "７");
        IdNumbers numbers = new IdNumbers();
        for (int twice = 0; twice < 2; twice++) {
            for (int k = 0; k < ids.size(); k++) {
                assertThat(numbers.of(ids.get(k))).as(ids.get(k)).isEqualTo(k);
                assertThat(numbers.find(ids.get(k))).isEqualTo(k);
            }
        }
        assertThat(numbers.ids()).isEqualTo(ids);
        assertThat(numbers.size()).isEqualTo(ids.size());
        assertThat(numbers.find("8")).isEqualTo(-1);
        assertThat(numbers.find("5000")).isEqualTo(-1);
        assertThat(numbers.find("b")).isEqualTo(-1);
    }
}
