package innerloop.math.nd4j;

import org.nd4j.linalg.factory.Nd4j;

/// ND4J as a whole.
final class Nd4jLibrary {

    private Nd4jLibrary() {}

    /// Loads it and limits it to one native thread: Innerloop uses threads itself, and ND4J's idle ones spin.
    static void load() {
        NativeCache.choose();
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        Nd4j.factory().blas().setMaxThreads(1);
    }
}
