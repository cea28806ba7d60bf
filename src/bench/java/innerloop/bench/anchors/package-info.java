/// Programs for results that are known from papers; their data are not part of this repository.
@NullMarked
package innerloop.bench.anchors;

import org.jspecify.annotations.NullMarked;
