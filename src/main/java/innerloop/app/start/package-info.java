/// The start page, shown while no graph is open: samples, recent files, and a place to drop a file.
///
/// Everything here ends in one injected action (open this path, open this sample); [RecentFiles] is
/// its memory.
@NullMarked
package innerloop.app.start;

import org.jspecify.annotations.NullMarked;
