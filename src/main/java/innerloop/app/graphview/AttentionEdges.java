package innerloop.app.graphview;

import innerloop.graph.select.NodeAttribute;
import innerloop.math.SparseMatrix;
import innerloop.scene.EdgeList;

/// The edges of a graph, darker the more their nodes listen to each other, and the scale they are darkened by.
///
/// @param attention how much the node of a row listens to that of a column
/// @param edges the darkened edges
/// @param range where the attention of both ways together is between the ends
record AttentionEdges(SparseMatrix attention, EdgeList edges, ScaleRange range) {

    static AttentionEdges of(SparseMatrix attention, EdgeList plain) {
        double[] both = new double[plain.size()];
        for (int e = 0; e < both.length; e++) {
            int from = plain.from()[e];
            int to = plain.to()[e];
            both[e] = attention.get(from, to) + attention.get(to, from);
        }
        ScaleRange range =
                NodeScale.of(new NodeAttribute.Numeric(e -> both[e]), both.length).range();
        float[] share = new float[both.length];
        for (int e = 0; e < both.length; e++) {
            share[e] = (float) range.share(both[e]);
        }
        return new AttentionEdges(attention, plain.darkenedBy(share), range);
    }
}
