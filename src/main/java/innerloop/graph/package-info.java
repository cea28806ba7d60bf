/// Graphs as values: structure, features, labels and names, and what is computed from them once.
///
/// A reader fills a [GraphBuilder] and gets an [AttributedGraph]. [Propagation] holds the normalised
/// adjacencies the encoders multiply with, [FeatureRecipe] turns a graph into the feature matrix, and
/// [ReceptiveField] finds the rows an episode really needs.
@NullMarked
package innerloop.graph;

import org.jspecify.annotations.NullMarked;
