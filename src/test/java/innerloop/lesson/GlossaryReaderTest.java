package innerloop.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlossaryReaderTest {

    @Test
    void anEntryHasNamesFieldsTextAndLinks() {
        GlossaryReader.Reading reading =
                GlossaryReader.parse(
                        """
                        # Words

                        ## Shot
                        ```entry
                        id: shot
                        also: K-shot, examples per class
                        field: task.shots
                        page: episode
                        see: way
                        ```
                        An example of a **class**, see [way](term:way).

                            n = ways · shots

                        More.

                        ## Way
                        ```entry
                        id: way
                        ```
                        A class.
                        """);
        assertThat(reading.complaints()).isEmpty();
        GlossaryEntry shot = reading.glossary().entry("shot").orElseThrow();
        assertThat(shot.term()).isEqualTo("Shot");
        assertThat(shot.aliases()).containsExactly("K-shot", "examples per class");
        assertThat(shot.links()).containsExactly("way", "way");
        assertThat(shot.text()).hasSize(3);
        assertThat(shot.brief()).hasSize(2);
        assertThat(reading.glossary().about("task.shots")).contains(shot);
        assertThat(reading.glossary().about("episode")).contains(shot);
        assertThat(reading.glossary().about("shot")).contains(shot);
        assertThat(reading.glossary().about("task.ways")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ## A\\n```entry\\nalso: b\\n```\\ntext | 2:1: "id" is missing
                    ## A\\n```note\\n```\\ntext | 2:1: there is no block of the kind "note" here
                    ```entry\\nid: a\\n``` | 1:1: there is no block of the kind "entry" here
                    ## A\\n```entry\\nid: a\\nsea: b\\n``` | 4:1: there is no "sea" here
                    """)
    void whatIsWrongIsSaidWithItsPlace(String text, String complaint) {
        assertThat(GlossaryReader.parse(text.replace("\\n", "\n")).complaints())
                .singleElement()
                .satisfies(one -> assertThat(one.line("f")).contains(complaint));
    }
}
