package innerloop.bench.kernels;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A row of the table of kernels: what it works on, what it costs at least, and the two ways to call it.
///
/// @param a shape of the left input
/// @param b shape of the right input
/// @param out shape of the result
/// @param workingSet bytes of everything it reads or writes, each counted once
/// @param traffic bytes that must move: the working set, but every row that an entry of a sparse matrix reaches counts
/// @param flops additions, multiplications, divisions, roots and exponentials
/// @param scalar the textbook loops
/// @param engine the same by an arithmetic of the engine
record Kernel(
        String name,
        MatrixShape a,
        MatrixShape b,
        MatrixShape out,
        long workingSet,
        long traffic,
        long flops,
        Consumer<Operands<float[]>> scalar,
        BiConsumer<Backend, Operands<Matrix>> engine) {

    /// A column and a value.
    private static final int ENTRY = Integer.BYTES + Float.BYTES;

    /// A kernel without a sparse matrix.
    static Kernel dense(
            String name,
            MatrixShape a,
            MatrixShape b,
            MatrixShape out,
            long flops,
            Consumer<Operands<float[]>> scalar,
            BiConsumer<Backend, Operands<Matrix>> engine) {
        long bytes = a.bytes() + b.bytes() + out.bytes();
        return new Kernel(name, a, b, out, bytes, bytes, flops, scalar, engine);
    }

    /// A kernel that follows the entries of a sparse matrix.
    ///
    /// @param traffic bytes that must move besides the sparse matrix
    static Kernel sparse(
            String name,
            SparseMatrix s,
            MatrixShape a,
            MatrixShape b,
            MatrixShape out,
            long traffic,
            long flops,
            Consumer<Operands<float[]>> scalar,
            BiConsumer<Backend, Operands<Matrix>> engine) {
        long entries = (long) ENTRY * s.size();
        long bytes = entries + a.bytes() + b.bytes() + out.bytes();
        return new Kernel(name, a, b, out, bytes, entries + traffic, flops, scalar, engine);
    }

    /// The whole table.
    static List<Kernel> all() {
        return Stream.concat(DenseKernels.ALL.stream(), GraphKernels.ALL.stream()).toList();
    }

    static Kernel named(String name) {
        return all().stream()
                .filter(kernel -> kernel.name.equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no kernel \"" + name + "\""));
    }
}
