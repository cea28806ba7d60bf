/// The one selection that graph, embedding, table and inspector share.
@NullMarked
package innerloop.app.selection;

import org.jspecify.annotations.NullMarked;
