package innerloop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.Main;
import innerloop.io.Safetensors;
import innerloop.io.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `predict` writes, promises and refuses.
@SuppressWarnings("NullAway.Init")
class PredictCommandTest {

    private static final Path SAMPLES = Path.of("sample-graphs").toAbsolutePath();

    private static final List<String> LABELS =
            List.of("n1,Mr Hi", "n2,Mr Hi", "n33,Officer", "n34,Officer");

    @TempDir static Path runs;

    @TempDir Path folder;

    private Spoken say(String... arguments) {
        return Spoken.by(Main.commandLine(), folder, arguments);
    }

    private static String run(String sample, String name, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "run",
                                SAMPLES.resolve(sample + ".experiment.json").toString(),
                                "--out",
                                runs.resolve(name).toString()));
        for (String change : List.of("steps=2", "testTasks=4", "evaluateEvery=2")) {
            arguments.addAll(List.of("--set", "budget." + change));
        }
        arguments.addAll(List.of(more));
        Spoken spoken = Spoken.by(Main.commandLine(), runs, arguments.toArray(String[]::new));
        assertThat(spoken.code()).as(spoken.err()).isZero();
        return runs.resolve(name).toString();
    }

    private static String karate() {
        return runs.resolve("karate").toString();
    }

    @BeforeAll
    static void trainOnTheKarateClub() {
        run("karate", "karate");
    }

    private String file(String name, List<String> lines) throws IOException {
        Files.write(folder.resolve(name), lines);
        return name;
    }

    private List<String[]> rows(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name)).stream()
                .map(line -> line.split(",", -1))
                .toList();
    }

    @Test
    void everyNodeGetsAClassWithProbabilitiesByTheIdsOfItsFile() throws Exception {
        Spoken said =
                say(
                        "predict",
                        karate(),
                        "--support",
                        file("labels.csv", LABELS),
                        "--out",
                        "told.csv");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("learned from: 4 nodes of 2 classes in labels.csv")
                .contains("the run's own test: accuracy ")
                .contains("2-way 2-shot")
                .contains("leave-one-out: ")
                .contains("of 4 labels, one of each class left out at a time");
        List<String[]> rows = rows("told.csv");
        assertThat(rows).hasSize(35);
        assertThat(rows.getFirst())
                .containsExactly("id", "name", "class", "p_Mr Hi", "p_Officer", "margin");
        for (String[] row : rows.subList(1, rows.size())) {
            double hi = Double.parseDouble(row[3]);
            double officer = Double.parseDouble(row[4]);
            assertThat(hi + officer).isCloseTo(1, within(1e-6));
            assertThat(row[2]).isEqualTo(hi >= officer ? "Mr Hi" : "Officer");
            assertThat(Double.parseDouble(row[5])).isCloseTo(Math.abs(hi - officer), within(1e-6));
        }
        assertThat(rows.get(1)[0]).isEqualTo("n1");
        assertThat(rows.get(2)[1]).isEqualTo("Member 2");
    }

    @Test
    void theOrderOfTheLabelsTheirHeaderAndTheirNamesChangeNothing() throws Exception {
        say("predict", karate(), "--support", file("a.csv", LABELS), "--out", "a.out.csv");
        List<String> turned = new ArrayList<>(LABELS);
        turned.set(1, "Member 2,Mr Hi");
        Collections.reverse(turned);
        turned.addFirst("name,label");
        say("predict", karate(), "--support", file("b.csv", turned), "--out", "b.out.csv");
        assertThat(folder.resolve("b.out.csv")).hasSameBinaryContentAs(folder.resolve("a.out.csv"));
        // What was written is read as labels, too: with these it has an opinion of every node.
        Spoken again = say("predict", karate(), "--support", "a.out.csv", "--out", "c.out.csv");
        assertThat(again.out() + again.err()).contains("34 nodes of 2 classes");
    }

    @Test
    void classesMayBeNewAndMoreThanTheRunHad() throws Exception {
        List<String> labels = new ArrayList<>(LABELS);
        labels.add("n17,outside");
        Spoken said =
                say(
                        "predict",
                        karate(),
                        "--support",
                        file("labels.csv", labels),
                        "--out",
                        "told.csv",
                        "--adapted",
                        "adapted.safetensors");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.err())
                .contains(
                        "note: \"outside\" is no class of the graph (the nearest is \"Mr Hi\"): a new one");
        assertThat(said.out()).doesNotContain("leave-one-out");
        assertThat(rows("told.csv").getFirst())
                .containsExactly(
                        "id", "name", "class", "p_Mr Hi", "p_Officer", "p_outside", "margin");
        assertThat(said.out()).contains("that is of 2 classes at a time, and here are 3");
        Safetensors.Contents adapted = Safetensors.read(folder.resolve("adapted.safetensors"));
        assertThat(adapted.metadata().get("classes"))
                .isEqualTo("[\"Mr Hi\",\"Officer\",\"outside\"]");
        assertThat(adapted.tensors())
                .filteredOn(tensor -> tensor.name().equals("convs.1.bias"))
                .singleElement()
                .satisfies(tensor -> {
                    assertThat(tensor.shape()).containsExactly(3);
                    // It began at zero, so it has learned something.
                    assertThat(((Tensor.Floats) tensor).values()).isNotEqualTo(new float[3]);
                });
    }

    @Test
    void withoutLabelsItLearnsWhatATestEpisodeLearns() throws Exception {
        Spoken said = say("predict", karate(), "--out", "told.csv");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("4 nodes of 2 classes, 2 of each novel class, drawn from the labelled");
        assertThat(rows("told.csv")).hasSize(35);
    }

    @Test
    void embeddingsAreWrittenForNumpySpreadsheetsAndTheProjector() throws Exception {
        for (String name : List.of("space.npz", "space.csv", "projector")) {
            Spoken said = say("predict", karate(), "--embeddings", name);
            assertThat(said.code()).as(said.err()).isZero();
        }
        assertThat(rows("space.csv")).hasSize(35).allMatch(row -> row.length == 3 + 64);
        assertThat(rows("space.csv").getFirst()).startsWith("id", "name", "class", "x0", "x1");
        List<String> vectors = Files.readAllLines(folder.resolve("projector/vectors.tsv"));
        List<String> metadata = Files.readAllLines(folder.resolve("projector/metadata.tsv"));
        assertThat(vectors).hasSize(34).allMatch(line -> line.split("\t").length == 64);
        assertThat(metadata).hasSize(35).startsWith("id\tname\tclass");
        assertThat(metadata.get(1)).startsWith("n1\tMr Hi\t");
        String[] inTable = rows("space.csv").get(34);
        assertThat(Arrays.copyOfRange(inTable, 3, 67))
                .extracting(Float::parseFloat)
                .containsExactlyElementsOf(
                        Arrays.stream(vectors.get(33).split("\t")).map(Float::valueOf).toList());
        try (ZipFile zip = new ZipFile(folder.resolve("space.npz").toFile())) {
            assertThat(header(zip, "embedding.npy")).contains("'<f4'", "(34, 64)");
            assertThat(header(zip, "id.npy")).contains("'<U3'", "(34,)");
            assertThat(header(zip, "class.npy")).contains("'<U7'", "(34,)");
        }
    }

    private static String header(ZipFile zip, String name) throws IOException {
        return new String(
                zip.getInputStream(zip.getEntry(name)).readNBytes(120), StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # rows                            | says what, where, what to do
                    n1,Mr Hi/n99,Officer              | labels.csv:2: there is no node 'n99'; ids look like 'n1'
                    n1,Mr Hi/n34,                     | labels.csv:2: node 'n34' has no class; give it one, or leave the row out
                    n1,Mr Hi/n34,Officer/n1,Officer   | labels.csv:3: node 'n1' stands in line 1 already; keep one of the rows
                    n1,Mr Hi/n2,Mr Hi                 | labels.csv: all examples are of one class, 'Mr Hi'; give examples of at least two classes
                    node,class                        | labels.csv: there are no examples in it; give examples of at least two classes
                    n1/n2                             | labels.csv:1: a row has 1 cell; write node,class in each row
                    n1,Mr Hi,0.5/n34,Officer,0.5      | labels.csv:1: a row has 3 cells; write node,class in each row
                    n1,Mr Hi/n34,"Officer             | labels.csv: the table is broken
                    """)
    void wrongLabelsAreNamedByTheirLine(String rows, String complaint) throws Exception {
        file("labels.csv", List.of(rows.split("/")));
        assertThat(refused(karate(), "--support", "labels.csv", "--out", "told.csv"))
                .contains(complaint);
    }

    private String refused(String... arguments) throws IOException {
        List<Path> before = everything();
        Spoken said =
                say(
                        Stream.concat(Stream.of("predict"), Stream.of(arguments))
                                .toArray(String[]::new));
        assertThat(said.code()).as(said.err()).isEqualTo(CommandLineRunner.BAD_INPUT);
        assertThat(said.out()).isEmpty();
        assertThat(said.complaints()).hasSize(1);
        assertThat(everything()).isEqualTo(before);
        return said.err();
    }

    private List<Path> everything() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted().toList();
        }
    }

    @Test
    void whatCannotBeIsSaidInOneLine() throws Exception {
        assertThat(refused(karate())).contains("--out: there is nothing to write");
        assertThat(refused("nowhere", "--out", "told.csv")).contains("nowhere: is no run folder");
        assertThat(refused(karate(), "--support", "none.csv", "--out", "told.csv"))
                .contains("none.csv: it cannot be read: it does not exist");
        file("labels.csv", LABELS);
        assertThat(refused(karate(), "--support", "labels.csv", "--out", "labels.csv"))
                .contains("two of the files have this name");
        assertThat(refused(karate(), "--embeddings", "space.bin"))
                .contains("space.bin: has no ending that says its format");
        assertThat(refused(karate(), "--adapted", "theta.npz")).contains("name the file");
        file("three.csv", List.of("n1,a", "n2,b", "n3,c"));
        String learned = run("karate", "learned", "--set", "learner.head=learned");
        assertThat(refused(learned, "--support", "three.csv", "--out", "told.csv"))
                .contains(
                        "learner.head: the learned head tells 2 classes apart, and the support set has 3");
        String pairs = run("clubs", "clubs");
        assertThat(refused(pairs, "--out", "told.csv")).contains("this run tells no classes");
    }

    @Test
    void memberGraphsAreToldByTheirNumbers() throws Exception {
        String shapes = run("shapes", "shapes");
        Spoken said = say("predict", shapes, "--out", "told.csv", "--embeddings", "space.csv");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("member graphs of 3 classes")
                .contains(
                        "other member graphs of these classes, whose labels training has not seen");
        List<String[]> rows = rows("told.csv");
        assertThat(rows.getFirst()).startsWith("id", "class", "p_shape J");
        assertThat(rows.get(1)[0]).isEqualTo("0");
        assertThat(rows("space.csv")).hasSameSizeAs(rows);
        file("labels.csv", List.of("graph,class", "0,mine", "1,mine", "2,yours", "3,yours"));
        Spoken mine = say("predict", shapes, "--support", "labels.csv", "--out", "mine.csv");
        assertThat(mine.code()).as(mine.err()).isZero();
        assertThat(rows("mine.csv").getFirst())
                .containsExactly("id", "class", "p_mine", "p_yours", "margin");
    }

    @Test
    void anAutoencoderEmbedsEveryNode() throws Exception {
        String autoencoder = run("autoencoder", "autoencoder");
        for (String name : List.of("space.csv", "projector")) {
            Spoken said = say("predict", autoencoder, "--embeddings", name);
            assertThat(said.code()).as(said.err()).isZero();
        }
        List<String[]> rows = rows("space.csv");
        assertThat(rows).hasSize(4321);
        assertThat(rows.getFirst()).startsWith("id", "name", "x0").endsWith("x15");
        assertThat(Files.readAllLines(folder.resolve("projector/vectors.tsv"))).hasSize(4320);
        assertThat(Files.readAllLines(folder.resolve("projector/metadata.tsv")))
                .hasSize(4321)
                .startsWith("id\tname");
        assertThat(refused(autoencoder, "--out", "told.csv")).contains("this run tells no classes");
    }

    @Test
    void aTaskOfOneWholeEpisodeHasItsClassesAlready() throws Exception {
        String supervised = run("supervised", "supervised");
        Spoken said = say("predict", supervised, "--out", "told.csv");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(rows("told.csv")).hasSize(4321);
        assertThat(rows("told.csv").getFirst()).hasSize(27 + 4);
        file("labels.csv", List.of("0,games", "1,science"));
        assertThat(refused(supervised, "--support", "labels.csv", "--out", "again.csv"))
                .contains("learns from no support set");
    }
}
