/// Measures the engine's numeric kernels one by one, beside textbook loops and ND4J and against what the machine can do.
///
/// [KernelReport] is the program, started by `src/bench/kernels.sh`. [DenseKernels] and [GraphKernels] are the table of
/// what is measured; [KernelBenchmark], [CopyBenchmark] and [PeakBenchmark] measure, each in a JVM of its own.
@NullMarked
package innerloop.bench.kernels;

import org.jspecify.annotations.NullMarked;
