package innerloop.meta;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.Seed;
import innerloop.nn.Encoder;
import innerloop.nn.Loss;
import innerloop.nn.Model;
import innerloop.nn.ParameterSpace;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.nn.PrototypeModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A learner with the programs it computes with, compiled once per run and shared by all threads.
public final class Learning {

    private static final String RATES = "rates.";

    private final MetaLearner learner;
    private final Model model;
    private final Model trained;
    private final @Nullable PrototypeModel prototypes;

    private Learning(
            MetaLearner learner, Model model, Model trained, @Nullable PrototypeModel prototypes) {
        this.learner = learner;
        this.model = model;
        this.trained = trained;
        this.prototypes = prototypes;
    }

    /// Compiles for `inputs` feature columns.
    ///
    /// @param ways outputs of an episode's network
    /// @param baseClasses outputs of a network that tells all base classes apart
    public static Learning of(
            MetaLearner learner,
            Encoder encoder,
            int inputs,
            int ways,
            int baseClasses,
            Loss loss) {
        return switch (learner) {
            case Maml maml ->
                    of(
                            maml,
                            new Model(
                                    encoder,
                                    inputs,
                                    ways,
                                    loss,
                                    maml.variant() == Maml.Variant.ANIL
                                            ? Model.Adapts.HEAD
                                            : Model.Adapts.EVERYTHING));
            case Reptile _, FineTune _ ->
                    of(learner, new Model(encoder, inputs, ways, loss, Model.Adapts.EVERYTHING));
            case Prototypical p -> {
                Model space =
                        new Model(encoder, inputs, p.dimensions(), loss, Model.Adapts.EVERYTHING);
                yield new Learning(
                        p,
                        space,
                        space,
                        new PrototypeModel(encoder, inputs, p.dimensions(), ways, p.distance()));
            }
            case Pretrain p ->
                    new Learning(
                            p,
                            new Model(
                                    encoder,
                                    inputs,
                                    ways,
                                    loss,
                                    switch (p.probe()) {
                                        case FINE_TUNE -> Model.Adapts.EVERYTHING;
                                        case LINEAR_PROBE -> Model.Adapts.HEAD;
                                    }),
                            new Model(encoder, inputs, baseClasses, loss, Model.Adapts.EVERYTHING),
                            null);
        };
    }

    private static Learning of(MetaLearner learner, Model model) {
        return new Learning(learner, model, model, null);
    }

    /// The network that meets an episode, learned by MAML in whatever variant moves the same parameters.
    Learning by(Maml maml) {
        return of(maml, model);
    }

    /// The learner.
    public MetaLearner learner() {
        return learner;
    }

    /// The network that meets an episode.
    public Model model() {
        return model;
    }

    /// The network θ belongs to: the same, unless θ is pre-trained with other outputs.
    public Model trained() {
        return trained;
    }

    /// The prototypical network, if it is one.
    @Nullable PrototypeModel prototypes() {
        return prototypes;
    }

    /// Which rows of the first weights an episode must work on: carried moments move all of them, a prototypical network
    /// puts support and query nodes in one space, and where each entry has a rate of its own, products with the
    /// features do not say where it goes.
    public EpisodeProblem.Rows rows() {
        return switch (learner) {
            case Reptile reptile when reptile.optimiser() == Reptile.Optimiser.ADAM_CARRIED ->
                    EpisodeProblem.Rows.EVERY;
            case Prototypical _ -> EpisodeProblem.Rows.ACTIVE;
            case Reptile reptile when reptile.optimiser() != Reptile.Optimiser.SGD ->
                    EpisodeProblem.Rows.SEPARATE;
            case Maml maml when maml.variant() == Maml.Variant.META_SGD ->
                    EpisodeProblem.Rows.SEPARATE;
            case Maml _, Reptile _, FineTune _, Pretrain _ -> EpisodeProblem.Rows.PRODUCTS;
        };
    }

    /// What the outer loop starts from: θ₀ of this seed.
    public Learned initial(Backend backend, Seed seed) {
        Parameters theta = theta(backend, seed);
        Learned start = Learned.of(theta);
        return switch (learner) {
            case Maml maml -> new Learned(theta, rates(maml, backend), start.carried());
            case Reptile _, FineTune _, Pretrain _, Prototypical _ -> start;
        };
    }

    /// A prototypical network has no slots, so what would be its head starts like any other layer.
    private Parameters theta(Backend backend, Seed seed) {
        if (prototypes == null) {
            return ParameterSpace.initial(backend, trained.specs(), seed);
        }
        List<ParameterSpec> drawn = trained.specs().stream().map(Learning::withoutSlots).toList();
        return new Parameters(
                trained.specs(), ParameterSpace.initial(backend, drawn, seed).values());
    }

    private static ParameterSpec withoutSlots(ParameterSpec spec) {
        boolean drawn = spec.perSlot() && spec.layout() != ParameterSpec.Layout.VECTOR;
        return drawn ? spec.with(ParameterSpec.Initialisation.GLOROT) : spec;
    }

    /// One rate per layer and step (`rates.layer0` is `[1 × K]`), one per entry (`rates.` before the parameter's name),
    /// or none.
    private Parameters rates(Maml maml, Backend backend) {
        List<ParameterSpec> specs = new ArrayList<>();
        if (maml.variant() == Maml.Variant.META_SGD) {
            model.specs().forEach(s -> specs.add(s.withName(rateOf(s.name()))));
        } else if (maml.learnRates()) {
            for (int layer = 0; layer < model.encoder().layers().count(); layer++) {
                specs.add(ParameterSpec.row(rateOf(layer), layer, maml.adaptation().steps()));
            }
        }
        List<Matrix> values = new ArrayList<>();
        for (ParameterSpec spec : specs) {
            double[] start = new double[spec.rows() * spec.columns()];
            Arrays.fill(start, maml.adaptation().rate());
            values.add(backend.matrix(spec.rows(), spec.columns(), start));
        }
        return new Parameters(specs, values);
    }

    static String rateOf(String parameter) {
        return RATES + parameter;
    }

    static String rateOf(int layer) {
        return RATES + "layer" + layer;
    }
}
