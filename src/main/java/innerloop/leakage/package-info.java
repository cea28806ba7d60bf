/// What makes a score say less than it seems to: [Leakage] looks for test nodes, or what tells their classes, in what training
/// sees, and for each `Leak` it finds it offers a change of the split that ends it.
@NullMarked
package innerloop.leakage;

import org.jspecify.annotations.NullMarked;
