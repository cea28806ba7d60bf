/// The table of nodes or edges. [innerloop.app.table.TableViewModel] filters and sorts numbers of rows in the
/// background and changes the selection; [innerloop.app.table.TablePanel] shows what it made.
@NullMarked
package innerloop.app.table;

import org.jspecify.annotations.NullMarked;
