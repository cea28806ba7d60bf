package innerloop.graph.layout;

import java.util.Arrays;

/// A quadtree over weighted points, kept in arrays and rebuilt in place at every step.
///
/// Cell `c` has four children `child[4c … 4c+3]`: −1 empty, a cell number ≥ 0, or `−2 − node` for a
/// single node. Masses and centres of mass are summed while inserting.
final class QuadTree {

    /// Nodes closer than side · 2⁻²⁴ share a cell: they are one point for everybody else.
    private static final int MAX_DEPTH = 24;

    private int[] child = new int[4 * 1024];
    private float[] mass = new float[1024];
    private float[] sumX = new float[1024];
    private float[] sumY = new float[1024];
    private float[] side = new float[1024];
    private final int[] stack = new int[4 * (MAX_DEPTH + 2)];
    private int cells;
    private float left;
    private float top;
    private float rootSide;

    void build(float[] x, float[] y, float[] weight, int n) {
        bounds(x, y, n);
        cells = 0;
        newCell(rootSide);
        for (int i = 0; i < n; i++) {
            insert(i, x, y, weight);
        }
        for (int c = 0; c < cells; c++) {
            if (mass[c] > 0) {
                sumX[c] /= mass[c];
                sumY[c] /= mass[c];
            }
        }
    }

    private void bounds(float[] x, float[] y, int n) {
        float minX = Float.MAX_VALUE;
        float minY = Float.MAX_VALUE;
        float maxX = -Float.MAX_VALUE;
        float maxY = -Float.MAX_VALUE;
        for (int i = 0; i < n; i++) {
            minX = Math.min(minX, x[i]);
            maxX = Math.max(maxX, x[i]);
            minY = Math.min(minY, y[i]);
            maxY = Math.max(maxY, y[i]);
        }
        left = minX;
        top = minY;
        rootSide = Math.max(Math.max(maxX - minX, maxY - minY), 1e-6f) * 1.0001f;
    }

    private int newCell(float cellSide) {
        if (cells == mass.length) {
            int grown = cells * 2;
            child = Arrays.copyOf(child, 4 * grown);
            mass = Arrays.copyOf(mass, grown);
            sumX = Arrays.copyOf(sumX, grown);
            sumY = Arrays.copyOf(sumY, grown);
            side = Arrays.copyOf(side, grown);
        }
        int c = cells++;
        Arrays.fill(child, 4 * c, 4 * c + 4, -1);
        mass[c] = 0;
        sumX[c] = 0;
        sumY[c] = 0;
        side[c] = cellSide;
        return c;
    }

    private void insert(int node, float[] x, float[] y, float[] weight) {
        float cellX = left;
        float cellY = top;
        float half = rootSide / 2;
        int cell = 0;
        for (int depth = 0; ; depth++) {
            add(cell, node, x, y, weight);
            if (depth == MAX_DEPTH) {
                return;
            }
            boolean east = x[node] >= cellX + half;
            boolean south = y[node] >= cellY + half;
            int slot = 4 * cell + (east ? 1 : 0) + (south ? 2 : 0);
            cellX += east ? half : 0;
            cellY += south ? half : 0;
            int there = child[slot];
            if (there == -1) {
                child[slot] = -2 - node;
                return;
            }
            half /= 2;
            if (there < -1) {
                // A single node sits here: it moves one level down, into a new cell.
                int other = -2 - there;
                int made = newCell(2 * half);
                child[slot] = made;
                cell = made;
                if (depth + 1 == MAX_DEPTH) {
                    add(cell, other, x, y, weight);
                    continue;
                }
                boolean otherEast = x[other] >= cellX + half;
                boolean otherSouth = y[other] >= cellY + half;
                child[4 * made + (otherEast ? 1 : 0) + (otherSouth ? 2 : 0)] = there;
                add(cell, other, x, y, weight);
            } else {
                cell = there;
            }
        }
    }

    private void add(int cell, int node, float[] x, float[] y, float[] weight) {
        mass[cell] += weight[node];
        sumX[cell] += weight[node] * x[node];
        sumY[cell] += weight[node] * y[node];
    }

    /// Adds to `force` (x, y) the repulsion on one node: strength · m_i · m_j / distance from every
    /// other.
    ///
    /// A cell whose side is below `theta` times its distance acts as one point.
    void repulsion(
            int node,
            float[] x,
            float[] y,
            float[] weight,
            float strength,
            float theta,
            float[] force) {
        float px = x[node];
        float py = y[node];
        float fx = 0;
        float fy = 0;
        float theta2 = theta * theta;
        // Distances below this do not push harder, or coinciding nodes would fly apart.
        float soft = 1e-4f * rootSide * rootSide / Math.max(1, x.length);
        int depth = 0;
        stack[depth++] = 0;
        while (depth > 0) {
            int c = stack[--depth];
            float dx = px - sumX[c];
            float dy = py - sumY[c];
            float d2 = dx * dx + dy * dy;
            boolean leaf =
                    child[4 * c] == -1
                            && child[4 * c + 1] == -1
                            && child[4 * c + 2] == -1
                            && child[4 * c + 3] == -1;
            if (leaf || side[c] * side[c] < theta2 * d2) {
                float f = mass[c] / (d2 + soft);
                fx += dx * f;
                fy += dy * f;
                continue;
            }
            for (int k = 4 * c; k < 4 * c + 4; k++) {
                int there = child[k];
                if (there >= 0) {
                    stack[depth++] = there;
                } else if (there < -1) {
                    int other = -2 - there;
                    float ox = px - x[other];
                    float oy = py - y[other];
                    float f = weight[other] / (ox * ox + oy * oy + soft);
                    fx += ox * f;
                    fy += oy * f;
                }
            }
        }
        force[0] += strength * weight[node] * fx;
        force[1] += strength * weight[node] * fy;
    }
}
