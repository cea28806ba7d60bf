/// Files in and files out.
///
/// **In.** [GraphReaders] picks a [GraphFormat] for a path and its [GraphReader]. A reader turns
/// text into edges (`EdgeBuffer`) and node columns (`NodeTable`, or arrays for a plain folder),
/// hands them to a `GraphBuilder` and gives a [GraphImport]: the graph, and the [Problem]s it
/// survived. What it cannot survive is a [GraphFormatException], one line with file, line, cause
/// and fix. [GraphSummary] is the same as JSON-able numbers.
///
/// **Out.** [GraphWriters] picks a [GraphWriter] for a path; trained parameters leave as [Tensor]s
/// through [Safetensors] or [Npz]. Every file is written by [AtomicFiles]: complete and on the
/// disk, or not there.
///
/// No file of a user reaches GraphStream's readers: they fetch what a DOCTYPE names, fail with a
/// zoo of exceptions and drop edges silently.
@NullMarked
package innerloop.io;

import org.jspecify.annotations.NullMarked;
