package innerloop.graph.layout;

import innerloop.graph.AttributedGraph;
import innerloop.math.Seed;
import java.util.Arrays;
import java.util.SplittableRandom;

/// A force-directed layout in the manner of ForceAtlas2 (Jacomy, Venturini, Heymann, Bastian 2014).
///
/// Every pair repels with `(deg+1)(deg+1)/distance` (Barnes-Hut), every edge attracts, gravity
/// keeps components together, and each node moves at the global speed damped by how much it swings.
/// It starts from a smoothed random projection (neighbours averaged a few times), which is already
/// nearly untangled, so that few steps suffice. Deterministic for a seed; single-threaded;
/// distances in units of about one ideal edge.
public final class ForceLayout implements IncrementalLayout {

    /// How edges pull.
    public enum Attraction {
        /// Proportional to the distance: even spread.
        LINEAR,
        /// Logarithmic (Noack's LinLog): tight, widely separated communities.
        LIN_LOG
    }

    private static final int SMOOTHING_SWEEPS = 24;
    private static final float THETA = 1.1f;
    private static final float REPULSION = 4f;
    private static final float GRAVITY = 0.5f;
    private static final float TOLERANCE = 1f;

    /// Mean movement per step, relative to the radius of the layout, below which a step counts as
    /// quiet.
    private static final double QUIET = 8e-4;

    private static final int QUIET_STEPS = 8;

    private final int n;
    private final int[] rowStart;
    private final int[] column;
    private final Attraction attraction;
    private final int maxSteps;
    private final float[] x;
    private final float[] y;
    private final float[] weight;
    private float[] forceX;
    private float[] forceY;
    private float[] oldForceX;
    private float[] oldForceY;
    private final float[] force = new float[2];
    private final QuadTree tree;
    private float speed = 1;
    private float speedEfficiency = 1;
    private int steps;
    private int quietSteps;

    /// A layout of this graph with LinLog attraction and as many steps as its size deserves.
    public ForceLayout(AttributedGraph graph, Seed seed) {
        this(graph, seed, Attraction.LIN_LOG, graph.nodes() < 1000 ? 900 : 700);
    }

    /// A layout of this graph; it ends after `maxSteps` at the latest.
    public ForceLayout(AttributedGraph graph, Seed seed, Attraction attraction, int maxSteps) {
        this(
                graph.adjacency().rowStart(),
                graph.adjacency().column(),
                graph.directed(),
                seed.stream(Seed.Purpose.LAYOUT, 0),
                attraction,
                maxSteps,
                new QuadTree());
    }

    /// A layout of the graph with these rows of neighbours.
    ///
    /// @param tree of this layout's thread
    ForceLayout(
            int[] rowStart,
            int[] column,
            boolean directed,
            SplittableRandom random,
            Attraction attraction,
            int maxSteps,
            QuadTree tree) {
        this.n = rowStart.length - 1;
        this.rowStart = rowStart;
        this.column = column;
        this.attraction = attraction;
        this.maxSteps = maxSteps;
        this.tree = tree;
        x = new float[n];
        y = new float[n];
        weight = new float[n];
        forceX = new float[n];
        forceY = new float[n];
        oldForceX = new float[n];
        oldForceY = new float[n];
        for (int i = 0; i < n; i++) {
            weight[i] = 1;
        }
        for (int k = 0; k < rowStart[n]; k++) {
            weight[column[k]] += directed ? 0.5f : 1;
        }
        start(random);
    }

    private void start(SplittableRandom random) {
        for (int i = 0; i < n; i++) {
            x[i] = (float) (random.nextDouble() - 0.5);
            y[i] = (float) (random.nextDouble() - 0.5);
        }
        float[] scratch = new float[n];
        for (int sweep = 0; sweep < SMOOTHING_SWEEPS; sweep++) {
            average(x, scratch);
            average(y, scratch);
        }
        standardise(x);
        removeProjection(y, x);
        standardise(y);
        float radius = (float) Math.sqrt(n) * 2f;
        for (int i = 0; i < n; i++) {
            x[i] = radius * (squash(x[i]) + 0.2f * (float) (random.nextDouble() - 0.5));
            y[i] = radius * (squash(y[i]) + 0.2f * (float) (random.nextDouble() - 0.5));
        }
    }

    /// Pulls in outliers: the smoothed projection of a small component can be far away from all
    /// others.
    private static float squash(float v) {
        return v / (1 + 0.5f * Math.abs(v));
    }

    /// One lazy random-walk step: half oneself, half the mean of the neighbours.
    private void average(float[] v, float[] scratch) {
        for (int i = 0; i < n; i++) {
            float sum = 0;
            int degree = rowStart[i + 1] - rowStart[i];
            for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
                sum += v[column[k]];
            }
            scratch[i] = degree == 0 ? v[i] : 0.5f * v[i] + 0.5f * sum / degree;
        }
        System.arraycopy(scratch, 0, v, 0, n);
        if (n > 2) {
            standardise(v);
        }
    }

    private void standardise(float[] v) {
        double mean = 0;
        for (float a : v) {
            mean += a;
        }
        mean /= Math.max(1, n);
        double square = 0;
        for (float a : v) {
            square += (a - mean) * (a - mean);
        }
        double deviation = Math.sqrt(square / Math.max(1, n)) + 1e-12;
        for (int i = 0; i < n; i++) {
            v[i] = (float) ((v[i] - mean) / deviation);
        }
    }

    private void removeProjection(float[] v, float[] unit) {
        double dot = 0;
        for (int i = 0; i < n; i++) {
            dot += v[i] * unit[i];
        }
        for (int i = 0; i < n; i++) {
            v[i] -= (float) (dot / n) * unit[i];
        }
    }

    @Override
    public boolean step() {
        if (n < 2 || steps >= maxSteps || quietSteps >= QUIET_STEPS) {
            return false;
        }
        swapForces();
        tree.build(x, y, weight, n);
        double radius = 0;
        for (int i = 0; i < n; i++) {
            force[0] = 0;
            force[1] = 0;
            tree.repulsion(i, x, y, weight, REPULSION, THETA, force);
            gravity(i);
            forceX[i] += force[0];
            forceY[i] += force[1];
            radius += Math.sqrt(x[i] * x[i] + y[i] * y[i]);
        }
        attract();
        double moved = move();
        quietSteps = moved / n < QUIET * (radius / n + 1e-9) ? quietSteps + 1 : 0;
        steps++;
        return steps < maxSteps && quietSteps < QUIET_STEPS;
    }

    private void swapForces() {
        float[] fx = oldForceX;
        float[] fy = oldForceY;
        oldForceX = forceX;
        oldForceY = forceY;
        Arrays.fill(fx, 0);
        Arrays.fill(fy, 0);
        forceX = fx;
        forceY = fy;
    }

    /// A constant pull to the middle, growing beyond the expected radius so that stray components
    /// stay near.
    private void gravity(int i) {
        float d = (float) Math.sqrt(x[i] * x[i] + y[i] * y[i]);
        if (d > 1e-6f) {
            float expected = 3f * (float) Math.sqrt(n);
            float pull = GRAVITY * weight[i] * (1 + d / expected) / d;
            force[0] -= pull * x[i];
            force[1] -= pull * y[i];
        }
    }

    private void attract() {
        for (int i = 0; i < n; i++) {
            float fx = 0;
            float fy = 0;
            for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
                int j = column[k];
                float dx = x[j] - x[i];
                float dy = y[j] - y[i];
                float pull = 1;
                if (attraction == Attraction.LIN_LOG) {
                    float d = (float) Math.sqrt(dx * dx + dy * dy) + 1e-6f;
                    pull = (float) Math.log1p(d) / d;
                }
                fx += pull * dx;
                fy += pull * dy;
                // A stored entry pulls its own row; the entry at (j, i), or this line, pulls the
                // other end.
                forceX[j] -= 0.5f * pull * dx;
                forceY[j] -= 0.5f * pull * dy;
            }
            forceX[i] += 0.5f * fx;
            forceY[i] += 0.5f * fy;
        }
    }

    /// Moves all nodes with ForceAtlas2's adaptive speed; returns the summed distance.
    private double move() {
        double swing = 0;
        double traction = 0;
        for (int i = 0; i < n; i++) {
            double sx = forceX[i] - oldForceX[i];
            double sy = forceY[i] - oldForceY[i];
            double tx = forceX[i] + oldForceX[i];
            double ty = forceY[i] + oldForceY[i];
            swing += weight[i] * Math.sqrt(sx * sx + sy * sy);
            traction += weight[i] * 0.5 * Math.sqrt(tx * tx + ty * ty);
        }
        adaptSpeed(swing, traction);
        double moved = 0;
        for (int i = 0; i < n; i++) {
            float sx = forceX[i] - oldForceX[i];
            float sy = forceY[i] - oldForceY[i];
            float nodeSwing = weight[i] * (float) Math.sqrt(sx * sx + sy * sy);
            float factor = speed / (1 + (float) Math.sqrt(speed * nodeSwing));
            float mx = forceX[i] * factor;
            float my = forceY[i] * factor;
            x[i] += mx;
            y[i] += my;
            moved += Math.sqrt(mx * mx + my * my);
        }
        return moved;
    }

    private void adaptSpeed(double swing, double traction) {
        double estimated = 0.05 * Math.sqrt(n);
        double jitter =
                TOLERANCE
                        * Math.max(
                                Math.sqrt(estimated),
                                Math.min(10, estimated * traction / ((double) n * n)));
        if (swing / Math.max(traction, 1e-12) > 2) {
            speedEfficiency = Math.max(0.05f, speedEfficiency * 0.5f);
            jitter = Math.max(jitter, TOLERANCE);
        }
        double target = swing <= 0 ? Double.MAX_VALUE : jitter * speedEfficiency * traction / swing;
        if (swing > jitter * traction) {
            speedEfficiency = Math.max(0.05f, speedEfficiency * 0.7f);
        } else if (speed < 1000) {
            speedEfficiency *= 1.3f;
        }
        speed += (float) Math.min(target - speed, 0.5 * speed);
    }

    @Override
    public double progress() {
        return Math.min(1, Math.max(steps / (double) maxSteps, quietSteps / (double) QUIET_STEPS));
    }

    /// How many steps were made.
    public int steps() {
        return steps;
    }

    @Override
    public float[] positions() {
        float[] xy = new float[2 * n];
        for (int i = 0; i < n; i++) {
            xy[2 * i] = x[i];
            xy[2 * i + 1] = y[i];
        }
        return xy;
    }
}
