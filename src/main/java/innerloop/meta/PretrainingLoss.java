package innerloop.meta;

import innerloop.nn.Network;
import innerloop.nn.Parameters;

/// What pre-training minimises on one graph; for one thread.
public interface PretrainingLoss {

    /// The network whose weights are trained.
    Network network();

    /// The gradient of an epoch's loss; valid until the next call. What is drawn follows from the number of the epoch.
    ///
    /// @param epoch 1 for the first
    Parameters gradient(Parameters theta, int epoch);

    /// The loss that the last gradient was taken of.
    double loss();

    /// The weights of the encoder alone among those of [#network], under the names they have in the learner's network.
    Parameters encoder(Parameters theta);
}
