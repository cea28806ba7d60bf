/// The arithmetic of the node in focus, or of an inner loop, step by step: the page *Calculus*.
///
/// [CalculusViewModel] has it explained in the background ([Bench]) for the network, the episode and the inner step that all views
/// show, and knows the direction, the layer and the step that is looked at. [CalculusPanel] lists the steps; a [StepCard] shows a
/// formula as it is [Written], and when it is open its value as a [ValueTable] or a [HeatMap], and its checks. What the pointer is at
/// stands for nodes, which are told to whoever lights them ([Pointing]).
@NullMarked
package innerloop.app.calculus;

import org.jspecify.annotations.NullMarked;
