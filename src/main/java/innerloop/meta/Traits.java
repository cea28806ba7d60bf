package innerloop.meta;

/// The properties of a learner that views and checks need, so that they do not depend on which learner it is.
///
/// @param loss which losses an outer step has
/// @param direction the direction in which an outer step moves θ
/// @param gradient the kind of gradient it follows
/// @param outerKnob the setting that makes outer steps larger or smaller
/// @param shrinks whether outer steps become smaller over the run by themselves
/// @param learnsBesideTheta whether outer steps learn something beside θ, such as inner rates
/// @param space where the learner tells classes apart
public record Traits(
        Loss loss,
        Move direction,
        Gradient gradient,
        OuterKnob outerKnob,
        boolean shrinks,
        boolean learnsBesideTheta,
        Space space) {

    /// Which losses an outer step has.
    public enum Loss {
        /// The query loss before and after the inner loop.
        BEFORE_AND_AFTER,
        /// The query loss; there is no inner loop.
        QUERY,
        /// The loss of batches of all base classes.
        BATCH,
        /// The loss of all training examples at once.
        EVERYTHING,
        /// None: there are no outer steps.
        NONE
    }

    /// The direction in which an outer step moves θ.
    public enum Move {
        /// The gradient of the query loss through the inner loop.
        META_GRADIENT,
        /// The gradient of a loss at θ.
        GRADIENT,
        /// The mean difference between the adapted parameters and θ.
        DISPLACEMENT,
        /// Nothing.
        NONE
    }

    /// The kind of gradient a learner follows.
    public enum Gradient {
        /// The exact gradient through the inner loop.
        SECOND_ORDER,
        /// The gradient that ignores how the inner loop depends on θ.
        FIRST_ORDER,
        /// An exact gradient, since there is no inner loop.
        NO_INNER_LOOP,
        /// The learner follows no gradient of an episode's query loss.
        NONE
    }

    /// The setting that makes outer steps larger or smaller.
    public enum OuterKnob {
        /// The rate of the outer optimiser.
        RATE,
        /// The step towards the adapted parameters.
        EPSILON
    }

    /// Where a learner tells classes apart.
    public enum Space {
        /// By the head, on the rows of the last hidden layer.
        HIDDEN,
        /// By distances in the network's output.
        OUTPUT
    }
}
