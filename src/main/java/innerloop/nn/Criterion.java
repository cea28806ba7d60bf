package innerloop.nn;

/// A loss together with the rows it is computed from.
///
/// @param readout turns an encoder's vectors into rows
/// @param objective the loss of these rows
public record Criterion(Readout readout, Objective objective) {}
