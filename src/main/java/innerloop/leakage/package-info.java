/// Leakage, which makes scores look better than they are: [Leakage] looks for test nodes, and for information about their
/// classes, in the data of training, and offers for each `Leak` a change of the split that removes it if there is one.
@NullMarked
package innerloop.leakage;

import org.jspecify.annotations.NullMarked;
