package innerloop.microscope;

/// How far the parameters of one layer have moved at an inner step.
///
/// @param layer what its parameters' names begin with, for example `convs.0`
/// @param distance `‖θ_k − θ₀‖` over its parameters
/// @param step `‖θ_k − θ_{k−1}‖` over them, 0 at θ₀
/// @param share its part of the squared distance of all layers, 0 … 1
/// @param gradient `‖∇L_support(θ_k)‖` over them, 0 for what does not adapt
public record LayerMove(
        String layer, double distance, double step, double share, double gradient) {}
