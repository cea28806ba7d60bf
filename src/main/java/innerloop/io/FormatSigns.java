package innerloop.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells a format by the first characters of a file, whatever its name is.
final class FormatSigns {

    private static final int START = 1 << 12;

    /// The name of the first entry of an archive ends before.
    private static final int FIRST_NAME = 200;

    private static final Pattern GML =
            Pattern.compile("(?s)(creator\\s.*|version\\s.*|comment\\s.*)?\\bgraph\\s*\\[.*");
    private static final Pattern DOT =
            Pattern.compile(
                    "(?s)(strict\\s+)?(di)?graph\\s*(\"(\\\\.|[^\"\\\\])*\"|[\\w.]+)?\\s*\\{.*");
    private static final Pattern COMMENTS =
            Pattern.compile("(?s)^(\\s*(#[^\\n]*\\n|//[^\\n]*\\n|/\\*.*?\\*/))+");
    private static final Pattern PAJEK =
            Pattern.compile("(?s)(%[^\\n]*\\n\\s*)*\\*(vertices|network)\\b.*");
    private static final Pattern NODE_LINK =
            Pattern.compile("(?s)\\{.*\"(nodes|links|edges|multigraph|elements)\"\\s*:.*");
    private static final Pattern EXPERIMENT =
            Pattern.compile("(?s).*\"(format|task|split)\"\\s*:.*");

    /// A number alone, two of them, then a tag and as many neighbours as it says.
    private static final Pattern COLLECTION =
            Pattern.compile(
                    "\\d+[ \\t]*\\r?\\n\\d+[ \\t]+-?\\d+[ \\t]*\\r?\\n-?\\d+[ \\t]+\\d+[ \\t]+\\d+[ \\t]");

    /// Three lines of a heading, then the counts of atoms and bonds with the version.
    private static final Pattern SDF =
            Pattern.compile("([^\\n]*\\n){3}[ \\d]{6}[^\\n]* V[23]000\\b");

    /// A table with a column of this name.
    private static final Pattern SMILES =
            Pattern.compile("([^,;\\t]*[,;\\t])*\"?(canonical_|isomeric_)?smiles\"?([,;\\t].*)?");

    private FormatSigns() {}

    /// The format that the first characters say beyond doubt.
    static Optional<GraphFormat> of(Path file) {
        String start = start(file).strip();
        String lower = start.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<")) {
            return lower.contains("<graphml")
                    ? Optional.of(GraphFormat.GRAPHML)
                    : lower.contains("<gexf") ? Optional.of(GraphFormat.GEXF) : Optional.empty();
        }
        if (start.startsWith("PK\u0003\u0004")) {
            boolean arrays =
                    start.substring(0, Math.min(FIRST_NAME, start.length())).contains(".npy");
            return Optional.of(arrays ? GraphFormat.NPZ : GraphFormat.ZIP);
        }
        if (start.startsWith("DGS00")) {
            return Optional.of(GraphFormat.DGS);
        }
        if (lower.startsWith(MatrixMarketReader.SIGN)) {
            return Optional.of(GraphFormat.MATRIX_MARKET);
        }
        if (PAJEK.matcher(lower).matches()) {
            return Optional.of(GraphFormat.PAJEK);
        }
        if (NODE_LINK.matcher(start).matches() && !EXPERIMENT.matcher(start).matches()) {
            return Optional.of(GraphFormat.NODE_LINK);
        }
        if (SDF.matcher(start(file)).lookingAt()) {
            return Optional.of(GraphFormat.SDF);
        }
        if (SMILES.matcher(lower.lines().findFirst().orElse("")).matches()) {
            return Optional.of(GraphFormat.SMILES);
        }
        if (COLLECTION.matcher(start).lookingAt()) {
            return Optional.of(GraphFormat.ONE_FILE);
        }
        String bare = COMMENTS.matcher(lower).replaceFirst("").strip();
        if (DOT.matcher(bare).matches()) {
            return Optional.of(GraphFormat.DOT);
        }
        return GML.matcher(bare).matches() ? Optional.of(GraphFormat.GML) : Optional.empty();
    }

    /// The format whose parts the files of a folder are, by their names. The path is the folder or one of the files.
    static Optional<GraphFormat> ofParts(Path path) {
        if (TuFolderReader.isOne(path)) {
            return Optional.of(GraphFormat.TU);
        }
        if (PlanetoidReader.isOne(path)) {
            return Optional.of(GraphFormat.PLANETOID);
        }
        if (CitationReader.isOne(path)) {
            return Optional.of(GraphFormat.CITATIONS);
        }
        return OgbReader.isOne(path) ? Optional.of(GraphFormat.OGB) : Optional.empty();
    }

    /// Whether the first lines are those of a table with two columns or more.
    static boolean isTable(Path file) {
        String start = start(file);
        boolean text = start.chars().noneMatch(c -> c == 0 || c == '\uFFFD');
        boolean pairs =
                start.lines()
                        .map(String::strip)
                        .filter(line ->
                                !line.isEmpty() && !line.startsWith("#") && !line.startsWith("%"))
                        .limit(2)
                        .allMatch(line -> line.split("[\\t;,\\s]+").length >= 2);
        return text && pairs && !start.isBlank();
    }

    /// The first characters, unpacked; empty for a pipe: what is looked at there is gone.
    static String start(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream in = Unpacked.open(file)) {
            String text = new String(in.readNBytes(START), StandardCharsets.UTF_8);
            String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
            // The last character may be cut in two.
            return bare.endsWith("\uFFFD") && bare.length() > START / 8
                    ? bare.substring(0, bare.length() - 1)
                    : bare;
        } catch (IOException e) {
            return "";
        }
    }
}
