/// Choosing nodes: sets of them ([NodeSet]), what belongs to a set by the graph's structure ([Surroundings]), and sets
/// described in words ([NodeQuery]).
///
/// | a person | calls |
/// |---|---|
/// | adds, subtracts, inverts | [NodeSet] |
/// | grows by the neighbours, takes the component or the class | [Surroundings] |
/// | types `degree > 5 and class = games` | [NodeQuery] on [NodeAttribute]s |
@NullMarked
package innerloop.graph.select;

import org.jspecify.annotations.NullMarked;
