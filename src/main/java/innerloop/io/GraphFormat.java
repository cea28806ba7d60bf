package innerloop.io;

import innerloop.phrase.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The graph formats that can be read and written. Each constant is all there is to know of a format: the readers and
/// writers name nothing but it.
public enum GraphFormat {
    /// A folder with `edges.txt` and its companions: [PlainFolderReader].
    PLAIN_FOLDER("plain", "") {
        @Override
        GraphReader reader() {
            return new PlainFolderReader();
        }

        @Override
        Optional<GraphWriter> writer() {
            return Optional.of(new PlainFolderWriter());
        }
    },
    /// One XML file: [GraphMLReader].
    GRAPHML("graphml", ".graphml .xml .graphml.gz") {
        @Override
        GraphReader reader() {
            return new GraphMLReader();
        }

        @Override
        Optional<GraphWriter> writer() {
            return Optional.of(new GraphMLWriter());
        }
    },
    /// A table with two node columns: [EdgeListReader].
    EDGE_LIST("csv", ".csv .tsv .txt .edges") {
        @Override
        GraphReader reader() {
            return new EdgeListReader();
        }

        @Override
        Optional<GraphWriter> writer() {
            return Optional.of(new EdgeListWriter());
        }
    },
    /// A graph as events: [DgsReader].
    DGS("dgs", ".dgs .dgs.gz") {
        @Override
        GraphReader reader() {
            return new DgsReader();
        }

        @Override
        Optional<GraphWriter> writer() {
            return Optional.of(new DgsWriter());
        }
    },
    /// Gephi's XML: [GexfReader].
    GEXF("gexf", ".gexf .gexf.gz") {
        @Override
        GraphReader reader() {
            return new GexfReader();
        }

        @Override
        Optional<GraphWriter> writer() {
            return Optional.of(new GexfWriter());
        }
    },
    /// Keys and values in brackets: [GmlReader].
    GML("gml", ".gml .gml.gz") {
        @Override
        GraphReader reader() {
            return new GmlReader();
        }

        @Override
        Optional<GraphWriter> writer() {
            return Optional.of(new GmlWriter());
        }
    },
    /// Graphviz: [DotReader].
    DOT("dot", ".dot .gv") {
        @Override
        GraphReader reader() {
            return new DotReader();
        }

        @Override
        Optional<GraphWriter> writer() {
            return Optional.of(new DotWriter());
        }
    },
    /// Pajek's networks: [PajekReader].
    PAJEK("pajek", ".net .paj") {
        @Override
        GraphReader reader() {
            return new PajekReader();
        }

        @Override
        Optional<GraphWriter> writer() {
            return Optional.of(new PajekWriter());
        }
    },
    /// A collection as a folder of TU Dortmund: [TuFolderReader].
    TU("tu", "") {
        @Override
        GraphReader reader() {
            return new TuFolderReader();
        }
    },
    /// A collection in one file, of GIN or DGCNN: [OneFileCollectionReader].
    ONE_FILE("collection", "") {
        @Override
        GraphReader reader() {
            return new OneFileCollectionReader();
        }
    },
    /// Planetoid's pickles: [PlanetoidReader].
    PLANETOID("planetoid", "") {
        @Override
        GraphReader reader() {
            return new PlanetoidReader();
        }
    },
    /// Arrays of NumPy: [NpzGraphReader].
    NPZ("npz", ".npz") {
        @Override
        GraphReader reader() {
            return new NpzGraphReader();
        }

        @Override
        Optional<GraphWriter> writer() {
            return Optional.of(new NpzGraphWriter());
        }
    },
    /// Nodes with their words, and citations: [CitationReader].
    CITATIONS("citations", ".content .cites") {
        @Override
        GraphReader reader() {
            return new CitationReader();
        }
    },
    /// A folder of the Open Graph Benchmark: [OgbReader].
    OGB("ogb", "") {
        @Override
        GraphReader reader() {
            return new OgbReader();
        }
    },
    /// A sparse matrix as text: [MatrixMarketReader].
    MATRIX_MARKET("mtx", ".mtx .mtx.gz") {
        @Override
        GraphReader reader() {
            return new MatrixMarketReader();
        }
    },
    /// Molecules with the places of their atoms: [SdfReader].
    SDF("sdf", ".sdf .mol .sd .sdf.gz") {
        @Override
        GraphReader reader() {
            return new SdfReader();
        }
    },
    /// Molecules as lines of text: [SmilesReader].
    SMILES("smiles", ".smi .smiles .smi.gz") {
        @Override
        GraphReader reader() {
            return new SmilesReader();
        }
    },
    /// One graph of any form in an archive: [ZipReader].
    ZIP("zip", ".zip") {
        @Override
        GraphReader reader() {
            return new ZipReader();
        }
    },
    /// JSON of nodes and links: [NodeLinkReader].
    NODE_LINK("json", ".json .json.gz") {
        @Override
        GraphReader reader() {
            return new NodeLinkReader();
        }

        @Override
        Optional<GraphWriter> writer() {
            return Optional.of(new NodeLinkWriter());
        }
    };

    private static final List<String> COMPANIONS =
            List.of("labels.txt", "features.txt", "features.txt.gz", "names.txt");

    private final String id;

    /// Separated by blanks, so that the constant is immutable all through.
    private final String endings;

    GraphFormat(String id, String endings) {
        this.id = id;
        this.endings = endings;
    }

    /// Reads this format.
    abstract GraphReader reader();

    /// Writes this format; empty if it is for reading only.
    Optional<GraphWriter> writer() {
        return Optional.empty();
    }

    /// The name on the command line.
    public String id() {
        return id;
    }

    /// The file endings, with the dot; none for a folder.
    public List<String> endings() {
        return endings.isEmpty() ? List.of() : List.of(endings.split(" "));
    }

    /// The format with this id.
    public static GraphFormat ofId(String id, Path file) throws GraphFormatException {
        for (GraphFormat format : values()) {
            if (format.id.equals(id)) {
                return format;
            }
        }
        throw Problem.ofFile(
                        file,
                        Trouble.of(
                                "format.noFormat",
                                Problem.shortened(id),
                                Arrays.stream(values())
                                        .map(GraphFormat::id)
                                        .collect(Collectors.joining(", "))))
                .exception();
    }

    /// The format of an existing file or folder, by its first characters where they say it, else by its ending. `edges.txt` beside
    /// `labels.txt` or another companion is the plain folder around it.
    public static GraphFormat detect(Path path) throws GraphFormatException {
        Optional<GraphFormat> byParts = FormatSigns.ofParts(path);
        if (byParts.isPresent()) {
            return byParts.get();
        }
        if (Files.isDirectory(path)
                || (path.endsWith("edges.txt")
                        && COMPANIONS.stream()
                                .anyMatch(name -> Files.exists(path.resolveSibling(name))))) {
            return PLAIN_FOLDER;
        }
        Optional<GraphFormat> byContent = FormatSigns.of(path);
        if (byContent.isPresent()) {
            return byContent.get();
        }
        requireText(path);
        Optional<GraphFormat> byName = byEnding(path);
        boolean pairs = byName.equals(Optional.of(PAJEK)) && FormatSigns.isTable(path);
        if (byName.isPresent() && !pairs) {
            return byName.get();
        }
        return Optional.of(EDGE_LIST)
                .filter(_ -> FormatSigns.isTable(path))
                .orElseThrow(() -> unknown(path));
    }

    /// Refuses what is called like a graph and is something else: a page of a site, or what Git keeps in the place of a large file.
    private static void requireText(Path path) throws GraphFormatException {
        String start = FormatSigns.start(path).strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            throw Problem.ofFile(path, Trouble.of("format.page")).exception();
        }
        if (start.startsWith("version https://git-lfs")) {
            throw Problem.ofFile(path, Trouble.of("format.lfs")).exception();
        }
    }

    /// Whether a file is node-link JSON, and no experiment.
    public static boolean isNodeLink(Path file) {
        return FormatSigns.of(file).filter(NODE_LINK::equals).isPresent();
    }

    /// The format a file of this name has.
    static GraphFormat ofEnding(Path path) throws GraphFormatException {
        return byEnding(path).orElseThrow(() -> unknown(path));
    }

    private static Optional<GraphFormat> byEnding(Path path) {
        String name =
                String.valueOf(path.getFileName())
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("(?<=\\.[a-z]{1,9})\\.gz$", "");
        for (GraphFormat format : values()) {
            if (format.endings().stream().anyMatch(name::endsWith)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    private static GraphFormatException unknown(Path path) {
        return Problem.ofFile(path, Trouble.of("format.unknown")).exception();
    }
}
