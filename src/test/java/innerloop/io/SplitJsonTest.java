package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.episode.Lanes;
import innerloop.episode.PaintedEpisode;
import innerloop.episode.PaintedEpisode.Role;
import innerloop.episode.Region;
import innerloop.episode.Split;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.phrase.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Splits as files of their own.
@SuppressWarnings("NullAway.Init")
class SplitJsonTest {

    /// The third class is called like the number of another.
    private static final AttributedGraph GRAPH =
            new GraphBuilder("g", 4, false)
                    .labels(new int[] {0, 1, 2, 3}, List.of("games", "mail", "0", "x y"))
                    .build();

    private static final Split CLASSES =
            Split.ofClasses(new Lanes(List.of("games"), List.of("0"), List.of("mail", "x y")));

    @TempDir Path folder;

    /// Every kind, with and without what is written only where there is something to say.
    static Stream<Split> everyKind() {
        Split regions =
                new Split(
                        Split.Kind.REGIONS,
                        new Lanes(List.of("naïve \\ \"图\"", "gone"), List.of(), List.of("south")),
                        List.of(
                                new Region("naïve \\ \"图\"", List.of(0, 70_000, 3)),
                                new Region("south", List.of(5))),
                        Split.Messages.ALL,
                        PaintedEpisode.NONE);
        Split graphs =
                Split.empty()
                        .withKind(Split.Kind.GRAPHS)
                        .withLanes(new Lanes(List.of("12", "0"), List.of("3"), List.of()));
        PaintedEpisode painted =
                PaintedEpisode.NONE
                        .paint(9, "games", Role.SUPPORT)
                        .paint(12, "", Role.QUERY)
                        .paint(3, "games", Role.QUERY);
        return Stream.of(
                CLASSES,
                CLASSES.withMessages(Split.Messages.SEEN).withRegions(regions.regions()),
                regions,
                regions.withPainted(painted),
                graphs,
                graphs.withMessages(Split.Messages.SEEN).withPainted(painted));
    }

    private SplitJson.SplitFile read(String text) throws InputException {
        Path file = folder.resolve("x.json");
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return SplitJson.read(file, GRAPH, Split.empty());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void whatIsWrittenIsReadBackEqual(Split split) throws InputException {
        SplitJson.SplitFile back = read(SplitJson.write(split));
        assertThat(back.split()).isEqualTo(split);
        assertThat(back.problem()).isEmpty();
    }

    @Test
    void whatIsAsUsualIsNotWritten() {
        assertThat(SplitJson.write(CLASSES))
                .isEqualTo(
                        """
                        {
                          "format" : "innerloop-split/1",
                          "hash" : "%s",
                          "split" : {
                            "kind" : "classes",
                            "train" : [ "games" ],
                            "validation" : [ "0" ],
                            "test" : [ "mail", "x y" ]
                          }
                        }
                        """
                                .formatted(CLASSES.shortHash()));
    }

    @Test
    void memberGraphsAreNumbers() throws InputException {
        String text =
                """
                {"format": "innerloop-split/1",
                 "split": {"kind": "graphs", "train": [3, 10], "test": [0], "messages": "seen"}}
                """;
        SplitJson.SplitFile read = read(text);
        assertThat(read.problem()).isEmpty();
        assertThat(read.split().lanes())
                .isEqualTo(new Lanes(List.of("3", "10"), List.of(), List.of("0")));
        assertThat(read.split().messages()).isEqualTo(Split.Messages.SEEN);
        assertThat(SplitJson.write(read.split())).contains("\"train\" : [ 3, 10 ]");
    }

    @Test
    void anotherHashIsAWarning() throws InputException {
        String changed = SplitJson.write(CLASSES).replace("\"mail\", ", "");
        SplitJson.SplitFile read = read(changed);
        assertThat(read.split().lanes().test()).containsExactly("x y");
        assertThat(read.problem().map(Phrase::text))
                .contains(
                        "x.json: the split has the hash %s, not %s: it was changed by hand"
                                .formatted(read.split().shortHash(), CLASSES.shortHash()));
    }

    @Test
    void aListOfClassesIsReadBackAsItWasWritten() throws InputException {
        String text = SplitJson.writeClassList(CLASSES);
        assertThat(text).isEqualTo("[ [ \"games\" ], [ \"0\" ], [ \"mail\", \"x y\" ] ]\n");
        assertThat(read(text)).isEqualTo(new SplitJson.SplitFile(CLASSES, Optional.empty()));
    }

    @Test
    void aListOfClassesHoldsNothingElse() {
        Split graphs = Split.empty().withKind(Split.Kind.GRAPHS);
        assertThatThrownBy(() -> SplitJson.writeClassList(graphs))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "split.kind: a list of classes cannot hold member graphs; write a *.split.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[[1], [], [3]]           | mail  | x y",
                "[[\"1\"], [], [\"3\"]]   | mail  | x y",
                // A name goes before a number.
                "[[0], [], [\"0\"]]       | 0     | 0",
                // Not known, but perhaps misspelt: the checks know the nearest name.
                "[[\"male\"], [], [\"-1\"]] | male | -1",
            })
    void classesMayBeNumbers(String text, String train, String test) throws InputException {
        assertThat(read(text).split())
                .isEqualTo(Split.ofClasses(new Lanes(List.of(train), List.of(), List.of(test))));
    }

    /// `0` is a class here, `1` to `3` are not: as soon as one entry is no name, all are numbers.
    @Test
    void classesAreEitherAllNamedOrAllNumbered() throws InputException {
        assertThat(read("[[0, 1], [2], [3]]").split().lanes().train()).hasSize(2).endsWith("mail");
        for (String mixed : List.of("[[\"mail\", 1], [], []]", "[[\"male\", 1], [], []]")) {
            assertThatThrownBy(() -> read(mixed))
                    .hasMessageContaining("name all classes, or number all of them from 0");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]             | x.json: must hold three lists of classes, not 0;"
                        + " give train, validation and test, each [… ]",
                "[[],[],[],[]]  | x.json: must hold three lists of classes, not 4;"
                        + " give train, validation and test, each [… ]",
                "[[],[],3]      | x.json: must hold lists of classes [… ] only, not 3",
                "[[],[[0]],[]]  | x.json: must hold names and numbers of classes only, not [0]",
                "[[1.5],[],[]]  | x.json: must hold names and numbers of classes only, not 1.5",
                "[[null],[],[]] | x.json: must hold names and numbers of classes only, not null",
                "[[],[],[4]]    | x.json: there is no class 4;"
                        + " the graph has 4 classes, counted from 0",
                "[[],[],[\"4\"]] | x.json: there is no class 4;"
                        + " the graph has 4 classes, counted from 0",
                "[[-1],[],[]]   | x.json: holds numbers beside names or numbers that are no"
                        + " class's; name all classes, or number all of them from 0",
                "[[99999999999],[],[]] | x.json: holds numbers beside names or numbers that are"
                        + " no class's; name all classes, or number all of them from 0",
                "[[\"mail\",\"mail\"],[],[]] | x.json: class \"mail\" stands twice in one list;"
                        + " name it once",
                "{}             | x.json: format: is missing; add it",
                "{\"format\": \"innerloop-experiment/1\"} | x.json: format"
                        + " \"innerloop-experiment/1\" is not known;"
                        + " this version reads innerloop-split/1",
                "{\"format\": \"innerloop-split/1\"} | x.json: split: is missing; add it",
                "{\"format\": \"innerloop-split/1\", \"name\": 1} | x.json: name: unknown key;"
                        + " did you mean \"hash\"?",
                "{\"format\": \"innerloop-split/1\", \"hash\": 1, \"split\":"
                        + " {\"train\": [], \"test\": []}} | x.json: hash: must be a text, not 1",
                "{\"format\": \"innerloop-split/1\", \"split\": {\"kind\": \"graphs\","
                        + " \"train\": [-1], \"test\": []}} | x.json: split:"
                        + " \"-1\" is not the number of a member graph",
                "7              | x.json: the document: must be an object {…}",
            })
    void aMistakeIsOneLineThatSaysWhatAndWhere(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(InputException.class).hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[[],[],[]] x", "{\"split\": 1, \"split\": 2}"})
    void textThatIsNoJsonDocumentIsRefusedInOneLine(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("x.json:1:")
                .hasMessageContaining("is no valid JSON");
    }

    @Test
    void filesThatCannotBeReadAreExplained() {
        assertThatThrownBy(() -> SplitJson.read(folder.resolve("none.json"), GRAPH, Split.empty()))
                .hasMessageEndingWith("cannot be read; give an existing *.split.json");
        assertThatThrownBy(() -> SplitJson.read(folder, GRAPH, Split.empty()))
                .hasMessageContaining("is a folder, not a split");
    }
}
