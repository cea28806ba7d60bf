package innerloop.meta;

import innerloop.math.Backend;
import innerloop.math.Matrix;

/// Storage for one temporary matrix, reused by each call. For one thread.
final class Scratch {

    private final Backend backend;
    private Matrix buffer;

    Scratch(Backend backend) {
        this.backend = backend;
        this.buffer = backend.matrix(1, 1);
    }

    Backend backend() {
        return backend;
    }

    /// A matrix with undefined contents; takes the storage of the one before.
    Matrix matrix(int rows, int columns) {
        buffer = backend.reshaped(buffer, rows, columns);
        return buffer;
    }

    long bytes() {
        return buffer.bytes();
    }
}
