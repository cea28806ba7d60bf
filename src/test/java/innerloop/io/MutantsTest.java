package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.math.SparseMatrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are damaged in every way: each is read, or refused in one line with the file's name, and none takes more memory than
/// its size allows.
///
/// `mvn -B test -Dtest=MutantsTest -Dmutants=10000` tries more of them. The mutants of a number are always the same.
class MutantsTest {

    private static final int MUTANTS = Integer.getInteger("mutants", 200);

    /// What may be allocated in all, garbage included, for a byte of the files and for any file.
    private static final long PER_BYTE = 10_000;

    private static final long ANY_FILE = 64L << 20;

    private static final List<String> PIECES =
            List.of(
                    "",
                    "\0",
                    "-1",
                    "NaN",
                    "1e999",
                    "999999999",
                    "99999999999999999999",
                    "\"",
                    "'",
                    "<",
                    "</",
                    "<!DOCTYPE x [<!ENTITY e \"ee\">]>",
                    "&e;",
                    "[",
                    "]",
                    "{",
                    "}",
                    "\n",
                    "\r",
                    "\t",
                    ";",
                    ",",
                    "\uFEFF",
                    "é",
                    "../../x",
                    "[".repeat(3000),
                    "{\"a\":".repeat(3000),
                    "<a>".repeat(3000));

    @TempDir private Path folder;

    /// A whole graph in a form: the file to open, and what lies beside it.
    private record Seed(String opened, Map<String, byte[]> files) {}

    private static AttributedGraph graph() {
        return new GraphBuilder("seed", 6, true)
                .edge(0, 1, 0.5)
                .edge(1, 2, 2)
                .edge(2, 0, 1)
                .edge(3, 4, 1)
                .edge(5, 5, 3)
                .labels(List.of("red", "blue", "red", "", "blue", "red"))
                .names(List.of("ann", "bob", "cy", "dan é", "eve \"x\"", "f&f"))
                .features(
                        SparseMatrix.ofDense(
                                6, 2, new double[] {1, 0, 0, 2.5, -3, 0, 1, 1, 0, 0, 7, 1e-3}),
                        List.of("age", "height"))
                .build();
    }

    private List<Seed> seeds() throws Exception {
        List<Seed> seeds = new ArrayList<>();
        for (String name :
                List.of(
                        "g.graphml",
                        "g.gexf",
                        "g.gml",
                        "g.dot",
                        "g.net",
                        "g.dgs",
                        "g.json",
                        "g.csv",
                        "g.npz",
                        "plain")) {
            Path made = Files.createDirectory(folder.resolve("seed-" + name));
            GraphWriters.write(graph(), made.resolve(name));
            seeds.add(new Seed(name, contents(made)));
        }
        seeds.add(
                of(
                        "g.mtx",
                        "%%MatrixMarket matrix coordinate real general\n3 3 2\n1 2 0.5\n2 3 1\n"));
        seeds.add(of("g.txt", "2\n3 0\n0 2 1 2\n0 1 0\n0 1 0\n2 1\n0 1 1\n0 1 0\n"));
        seeds.add(
                new Seed(
                        "c.content",
                        texts(
                                "c.content", "a 1 0 x\nb 0 1 y\nc 1 1 x\n",
                                "c.cites", "a b\nb c\n")));
        seeds.add(
                new Seed(
                        "TU",
                        texts(
                                "TU/TU_A.txt", "1, 2\n2, 1\n3, 4\n4, 3\n",
                                "TU/TU_graph_indicator.txt", "1\n1\n2\n2\n",
                                "TU/TU_graph_labels.txt", "1\n-1\n",
                                "TU/TU_node_labels.txt", "0\n1\n0\n1\n")));
        seeds.add(new Seed("ind.small.graph", PlanetoidReaderTest.small()));
        seeds.add(
                new Seed(
                        "O",
                        texts(
                                "O/edge.csv", "0,1\n1,2\n",
                                "O/num-node-list.csv", "3\n",
                                "O/num-edge-list.csv", "2\n",
                                "O/node-feat.csv", "1,0\n0,1.5\n1,1\n",
                                "O/node-label.csv", "0\n1\nnan\n")));
        seeds.add(of("g.sdf", MoleculesTest.WATER_AND_ETHANE));
        seeds.add(of("g.smi", "smiles,kind\nCCO,a\nc1ccccc1,b\n[NH4+].[Cl-],a\nC#N,b\n"));
        Seed xml = seeds.getFirst();
        byte[] whole = Objects.requireNonNull(xml.files().get("g.graphml"));
        seeds.add(new Seed("g.graphml.gz", Map.of("g.graphml.gz", gzip(whole))));
        seeds.add(new Seed("g.zip", Map.of("g.zip", zip(whole))));
        return seeds;
    }

    private static Seed of(String name, String text) {
        return new Seed(name, texts(name, text));
    }

    private static Map<String, byte[]> texts(String... namesAndTexts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int k = 0; k < namesAndTexts.length; k += 2) {
            files.put(namesAndTexts[k], namesAndTexts[k + 1].getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    private static Map<String, byte[]> contents(Path made) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(made)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                files.put(made.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            out.putNextEntry(new ZipEntry("in/g.graphml"));
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    /// The bytes with some pieces cut out, repeated, put in or turned.
    private static byte[] mutant(byte[] whole, SplittableRandom random) {
        byte[] bytes = whole;
        for (int k = 1 + random.nextInt(4); k > 0; k--) {
            int at = random.nextInt(bytes.length + 1);
            int end = Math.min(bytes.length, at + random.nextInt(40));
            byte[] piece =
                    switch (random.nextInt(6)) {
                        case 0 -> new byte[0];
                        case 1 -> {
                            end = bytes.length;
                            yield new byte[0];
                        }
                        case 2 -> {
                            int from = random.nextInt(bytes.length + 1);
                            end = at;
                            yield part(bytes, from, from + random.nextInt(200));
                        }
                        case 3 -> {
                            byte[] turned = part(bytes, at, end);
                            for (int i = 0; i < turned.length; i++) {
                                turned[i] ^= (byte) (1 << random.nextInt(8));
                            }
                            yield turned;
                        }
                        default ->
                                PIECES.get(random.nextInt(PIECES.size()))
                                        .getBytes(StandardCharsets.UTF_8);
                    };
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(bytes, 0, at);
            out.writeBytes(piece);
            out.write(bytes, end, bytes.length - end);
            bytes = out.toByteArray();
        }
        return bytes;
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, Math.min(from, bytes.length), Math.min(to, bytes.length));
    }

    @Test
    void everyMutantIsReadOrRefusedInOneLine() throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<Seed> seeds = seeds();
        for (Seed seed : seeds) {
            GraphReaders.read(written(seed, seed.files()));
        }
        List<String> failures = new ArrayList<>();
        for (int m = 0; m < MUTANTS; m++) {
            SplittableRandom random = new SplittableRandom(m);
            Seed seed = seeds.get(m % seeds.size());
            Map<String, byte[]> files = new LinkedHashMap<>(seed.files());
            List<String> names = List.copyOf(files.keySet());
            String changed = names.get(random.nextInt(names.size()));
            files.put(changed, mutant(Objects.requireNonNull(files.get(changed)), random));
            Path path = written(seed, files);
            long size = files.values().stream().mapToLong(bytes -> bytes.length).sum();
            long before = threads.getCurrentThreadAllocatedBytes();
            String what = "mutant %d of %s (%s): ".formatted(m, seed.opened(), changed);
            try {
                GraphReaders.read(path);
            } catch (GraphFormatException e) {
                String line = String.valueOf(e.getMessage());
                if (!line.contains(folder.toString()) || line.contains("\n")) {
                    failures.add(what + line);
                }
            } catch (RuntimeException | StackOverflowError e) {
                failures.add(what + e + " at " + e.getStackTrace()[0]);
            }
            long taken = threads.getCurrentThreadAllocatedBytes() - before;
            if (taken > ANY_FILE + PER_BYTE * size) {
                failures.add(what + taken + " bytes of memory for " + size);
            }
        }
        assertThat(failures).isEmpty();
    }

    private Path written(Seed seed, Map<String, byte[]> files) throws IOException {
        Path place = folder.resolve("mutant");
        if (Files.exists(place)) {
            try (Stream<Path> old = Files.walk(place)) {
                for (Path each : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = place.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return place.resolve(seed.opened());
    }
}
