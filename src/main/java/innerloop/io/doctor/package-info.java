/// What a graph's file is, before it is opened: the import doctor.
///
/// [GraphDoctor] reads a file by the rules a person gave (an
/// [innerloop.experiment.GraphReading], empty at first) and gives a [Diagnosis]: the graph, or why there is none; what each
/// column is taken for; and [Finding]s, each with [Remedy]s. A remedy is nothing but other rules. Whoever takes one, or changes a
/// role, has other rules and asks again; the rules that were taken last are kept in the experiment, and a rerun reads the same.
@NullMarked
package innerloop.io.doctor;

import org.jspecify.annotations.NullMarked;
