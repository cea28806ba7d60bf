package innerloop.graph;

import innerloop.math.SparseMatrix;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The hash by which a run knows the graph it was made on ([AttributedGraph#contentHash()]).
final class ContentHash {

    private ContentHash() {}

    static String of(AttributedGraph graph) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) (graph.directed() ? 1 : 0));
            hash(digest, graph.adjacency());
            hash(digest, graph.features());
            hash(digest, graph.labels());
            hash(digest, graph.graphOf());
            hash(digest, graph.graphLabels());
            if (!graph.graphClasses().isEmpty()) {
                hash(digest, graph.graphClasses());
            }
            hash(digest, graph.featureNames());
            graph.featureTable()
                    .gaps()
                    .forEach((column, nodes) -> {
                        hash(digest, new int[] {column});
                        hash(digest, nodes.stream().toArray());
                    });
            hash(digest, graph.classes());
            hash(digest, graph.names());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void hash(MessageDigest digest, SparseMatrix m) {
        hash(digest, new int[] {m.rows(), m.columns()});
        hash(digest, m.rowStart());
        hash(digest, m.column());
        ByteBuffer bytes = ByteBuffer.allocate(8 * m.value().length);
        bytes.asDoubleBuffer().put(m.value());
        digest.update(bytes);
    }

    /// Lengths go in too, so that the end of one text cannot pass for the start of the next.
    private static void hash(MessageDigest digest, List<String> texts) {
        hash(digest, new int[] {texts.size()});
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            hash(digest, new int[] {bytes.length});
            digest.update(bytes);
        }
    }

    private static void hash(MessageDigest digest, int[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * (numbers.length + 1));
        bytes.asIntBuffer().put(numbers.length).put(numbers);
        digest.update(bytes);
    }
}
