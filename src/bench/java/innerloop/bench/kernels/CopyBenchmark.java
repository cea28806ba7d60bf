package innerloop.bench.kernels;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// How fast one thread copies: the roof of kernels that compute little.
@State(Scope.Thread)
public class CopyBenchmark {

    /// Bytes read and written together: what fits into the caches of a core, into those all cores share, and into none.
    @Param({"32768", "524288", "4194304", "16777216", "67108864"})
    int bytes;

    private float[] from = new float[0];
    private float[] to = new float[0];

    /// Makes the two arrays.
    @Setup
    public void prepare() {
        from = new float[bytes / (2 * Float.BYTES)];
        to = new float[from.length];
    }

    /// What is measured.
    @Benchmark
    public float[] run() {
        System.arraycopy(from, 0, to, 0, from.length);
        return to;
    }
}
