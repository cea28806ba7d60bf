package innerloop.meta;

import innerloop.episode.Episode;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.Seed;
import innerloop.nn.Answers;
import innerloop.nn.Block;
import innerloop.nn.Objective;
import innerloop.nn.ParameterSpace;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.nn.Passes;
import innerloop.nn.RidgeHead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One episode, prepared for computing on its exact receptive field.
///
/// The first weights multiply sparse features, and an episode may use few of the feature columns; the other rows of these
/// weights have gradient 0. An episode therefore works on its *active* rows only, and the inner loop, which reads the
/// support set alone, on still fewer:
///
/// | shapes | rows of the first weights | used for |
/// |---|---|---|
/// | full | all | θ |
/// | episode ([#specs]) | the active ones | the adapted parameters, the meta-gradient |
/// | support ([#supportSpecs]) | see [InnerShapes] | the inner loop |
///
/// [EpisodeCut] decides which rows these are. Parameters and directions are converted as follows:
///
/// | from | to | |
/// |---|---|---|
/// | full | episode | [#restrict] |
/// | episode | support | [#toSupport] for parameters and directions |
/// | support | support | [#displacement] turns a cotangent into a displacement |
/// | support | episode | [#addCotangent] |
/// | episode | full | [#extend] |
///
/// All of it is exact.
public final class EpisodeProblem {

    private static final int[] NONE = {};

    private final @Nullable Block support;
    private final Block query;
    private final int[] active;
    private final InnerShapes inner;
    private final List<ParameterSpec> specs;
    private final List<ParameterSpec> supportSpecs;
    private final long dropoutKey;

    /// What the similarities of support and query are taken from where they follow from θ; null if none do.
    private final @Nullable PassedOn passedOn;

    /// Those of the θ that this is for.
    private final PassedOn.@Nullable Rows rows;

    private EpisodeProblem(
            @Nullable Block support,
            Block query,
            int[] active,
            InnerShapes inner,
            List<ParameterSpec> specs,
            long dropoutKey,
            @Nullable PassedOn passedOn,
            PassedOn.@Nullable Rows rows) {
        this.support = support;
        this.query = query;
        this.active = active;
        this.inner = inner;
        this.specs = specs;
        this.supportSpecs = restricted(specs, inner.rows());
        this.dropoutKey = dropoutKey;
        this.passedOn = passedOn;
        this.rows = rows;
    }

    EpisodeProblem(
            @Nullable Block support,
            Block query,
            int[] active,
            InnerShapes inner,
            List<ParameterSpec> specs,
            long dropoutKey,
            @Nullable PassedOn passedOn) {
        this(support, query, active, inner, specs, dropoutKey, passedOn, null);
    }

    /// Which rows of the first weights an episode works on.
    public enum Rows {
        /// All of the network's, in the inner loop too.
        EVERY,
        /// Those that support or query have features for, in the inner loop too.
        ACTIVE,
        /// [#ACTIVE], and in the inner loop only those that the support set has features for.
        SEPARATE,
        /// In the inner loop products with the support set's features; otherwise [#ACTIVE], or [#EVERY] where nearly
        /// every column is active. [#SEPARATE] where the products do not say everything ([EpisodeSource#learnsProducts]).
        PRODUCTS
    }

    /// Cuts the episode's receptive field out of the graph.
    ///
    /// @param dropoutKey key of the episode's dropout masks; 0 = no dropout
    public static EpisodeProblem of(
            Backend backend, EpisodeSource source, Episode episode, long dropoutKey) {
        return new EpisodeCut(backend, source, episode).problem(dropoutKey);
    }

    /// A problem made of two blocks that are not cut out of a graph and have all feature columns.
    public static EpisodeProblem of(Block support, Block query, List<ParameterSpec> specs) {
        int[] all = IntStream.range(0, specs.getFirst().rows()).toArray();
        return new EpisodeProblem(
                support, query, all, new InnerShapes.WeightRows(all), specs, 0, null);
    }

    /// The same episode with the similarities that follow from θ, if its objective reads some ([Objective#passedOn]).
    ///
    /// @param theta with all rows of the first weights
    public EpisodeProblem at(Parameters theta) {
        if (passedOn == null) {
            return this;
        }
        PassedOn.Rows known = passedOn.at(theta);
        return new EpisodeProblem(
                known.compared(support(), support()),
                known.compared(query, support()),
                active,
                inner,
                specs,
                dropoutKey,
                passedOn,
                known);
    }

    /// Columns of all first weights.
    static int width(List<ParameterSpec> specs) {
        return specs.stream()
                .filter(ParameterSpec::perFeature)
                .mapToInt(ParameterSpec::columns)
                .sum();
    }

    /// The same parameters with this many rows of the first weights.
    static List<ParameterSpec> restricted(List<ParameterSpec> specs, int rows) {
        return specs.stream().map(s -> s.perFeature() ? s.withRows(rows) : s).toList();
    }

    /// The support set with its receptive field.
    ///
    /// @throws IllegalStateException if there is none: a batch has only examples to be scored
    public Block support() {
        if (support == null) {
            throw new IllegalStateException("a batch has no support set");
        }
        return support;
    }

    /// The query set with its receptive field.
    public Block query() {
        return query;
    }

    /// The right answers of the query set.
    public Answers answers() {
        return query.answers().orElseThrow();
    }

    /// The blocks an objective reads to score the query set.
    public Passes scored(Objective objective) {
        return scored(objective, query);
    }

    /// The blocks an objective reads to score these examples.
    Passes scored(Objective objective, Block examples) {
        if (objective.passes().size() == 1) {
            return Passes.of(examples);
        }
        return Passes.of(support(), compared(examples));
    }

    /// Any examples with their similarities to the support set as far as these follow from θ ([#at]).
    public Block compared(Block examples) {
        boolean known = examples.inputs().containsKey(Block.kernel(RidgeHead.PASSED_ON));
        return rows == null || known ? examples : rows.compared(examples, support());
    }

    /// Names and shapes of the parameters of the whole episode.
    public List<ParameterSpec> specs() {
        return specs;
    }

    /// Names and shapes of the parameters in the inner loop.
    public List<ParameterSpec> supportSpecs() {
        return supportSpecs;
    }

    /// Names and shapes of other parameters, such as rates, in the inner loop.
    List<ParameterSpec> supportSpecs(List<ParameterSpec> full) {
        return restricted(full, inner.rows());
    }

    /// Key of the dropout masks of inner step k on the support set; 0 = no dropout.
    long dropoutKey(int k) {
        return dropoutKey == 0 ? 0 : Seed.part(dropoutKey, k);
    }

    /// Key of the dropout masks on the query set after k inner steps; 0 = no dropout.
    long queryDropoutKey(int k) {
        return dropoutKey == 0 ? 0 : Seed.part(dropoutKey, -1L - k);
    }

    /// Key of the noise that makes a sample of a distribution.
    public long noiseKey() {
        return Seed.part(dropoutKey, Long.MIN_VALUE);
    }

    /// The part of θ this episode reads; may share matrices with θ. Those of the head that have another number of outputs
    /// become 0.
    public Parameters restrict(Parameters theta, ParameterSpace space) {
        return gathered(theta, active, space);
    }

    /// Parameters (or a direction) of the episode, converted to the inner loop's shapes.
    Parameters toSupport(Parameters episode, ParameterSpace supportSpace) {
        Backend backend = supportSpace.backend();
        Parameters part = supportSpace.blank();
        for (int p = 0; p < specs.size(); p++) {
            Matrix from = episode.values().get(p);
            Matrix into = part.values().get(p);
            if (specs.get(p).perFeature()) {
                inner.restrict(from, into, backend);
            } else {
                backend.affine(1, 0, from, into);
            }
        }
        return part;
    }

    /// Adds `factor` times the gradient that a cotangent of the inner loop stands for to `sum`, which has the episode's
    /// shapes.
    void addCotangent(Parameters cotangent, double factor, Parameters sum, Scratch scratch) {
        for (int p = 0; p < cotangent.specs().size(); p++) {
            ParameterSpec spec = cotangent.specs().get(p);
            Matrix from = cotangent.values().get(p);
            Matrix into = sum.get(spec.name());
            if (spec.perFeature()) {
                inner.addPullback(from, factor, into, scratch);
            } else {
                scratch.backend().addScaled(into, factor, from, into);
            }
        }
    }

    /// The displacement of a cotangent in the inner loop's shapes; valid until the next call.
    Parameters displacement(Parameters cotangent, Workspace w) {
        List<Matrix> values = new ArrayList<>(cotangent.values());
        for (int p = 0; p < values.size(); p++) {
            ParameterSpec spec = cotangent.specs().get(p);
            if (spec.perFeature()) {
                values.set(
                        p,
                        inner.displacement(
                                cotangent.values().get(p),
                                w.displacement().get(spec.name()),
                                w.scratch()));
            }
        }
        return new Parameters(cotangent.specs(), values);
    }

    /// Whether storing θ_k is cheaper for the inner loop than computing it again from m_k.
    boolean storesParameters() {
        return inner.storesParameters(width(specs));
    }

    /// The part of full parameters, such as rates, that the support set reads.
    Parameters restrictToSupport(Parameters full, ParameterSpace supportSpace) {
        return gathered(full, supportRows(), supportSpace);
    }

    /// Rows of the full first weights; none for products, which never need per-feature values such as rates of entries.
    private int[] supportRows() {
        return switch (inner) {
            case InnerShapes.WeightRows(int[] index) ->
                    Arrays.stream(index).map(k -> active[k]).toArray();
            case InnerShapes.Products _ -> NONE;
        };
    }

    private static Parameters gathered(Parameters from, int[] rows, ParameterSpace space) {
        Backend backend = space.backend();
        Parameters part = space.blank();
        List<Matrix> values = new ArrayList<>(part.values());
        for (int p = 0; p < values.size(); p++) {
            Matrix source = from.values().get(p);
            Matrix into = values.get(p);
            ParameterSpec spec = from.specs().get(p);
            if (source.columns() != into.columns()) {
                backend.fill(0, into);
            } else if (spec.perFeature() && !spec.perOutput() && rows.length == source.rows()) {
                // Shared, not copied: only the head of an episode's start is ever written to.
                values.set(p, source);
            } else if (spec.perFeature()) {
                backend.gatherRows(source, rows, into);
            } else {
                backend.affine(1, 0, source, into);
            }
        }
        return new Parameters(part.specs(), values);
    }

    /// Adds `factor` times a direction in the episode's shapes to `sum`, which has the full shapes.
    public void extend(Parameters direction, double factor, Parameters sum, Backend backend) {
        add(direction, factor, active, sum, backend);
    }

    /// Adds `factor` times a direction of the inner loop's shapes to `sum`, which has the full shapes.
    public void extendSupport(
            Parameters direction, double factor, Parameters sum, Backend backend) {
        add(direction, factor, supportRows(), sum, backend);
    }

    private static void add(
            Parameters direction, double factor, int[] rows, Parameters sum, Backend backend) {
        for (int p = 0; p < sum.specs().size(); p++) {
            Matrix from = direction.values().get(p);
            Matrix into = sum.values().get(p);
            if (sum.specs().get(p).perFeature()) {
                backend.scatterAddRows(factor, from, rows, into);
            } else {
                backend.addScaled(into, factor, from, into);
            }
        }
    }

    /// Bytes of its blocks.
    public long bytes() {
        return (support == null ? 0 : support.bytes()) + query.bytes() + inner.bytes();
    }
}
