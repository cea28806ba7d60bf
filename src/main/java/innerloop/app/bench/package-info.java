/// Benchmarks that need a window: how fast canvases, tables and whole runs are on a screen, and what they leave in memory.
@NullMarked
package innerloop.app.bench;

import org.jspecify.annotations.NullMarked;
