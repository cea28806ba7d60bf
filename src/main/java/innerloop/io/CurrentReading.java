package innerloop.io;

import innerloop.experiment.GraphReading;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The reading that goes on in this thread: what a person said of it, and how far it is.
///
/// It is a scoped value, so that a rule holds in the one place that follows it (the opening of files, the roles of columns)
/// and no reader has to pass it on.
///
/// @param rules what a person said
/// @param progress counts the bytes of all files
record CurrentReading(GraphReading rules, ReadProgress progress) {

    private static final ScopedValue<CurrentReading> CURRENT = ScopedValue.newInstance();

    /// What is read within [#read].
    interface Reader {
        GraphImport read() throws GraphFormatException;
    }

    /// This thread's. Outside of a reading nothing is said.
    static CurrentReading get() {
        return CURRENT.isBound()
                ? CURRENT.get()
                : new CurrentReading(GraphReading.guessed(), new ReadProgress());
    }

    /// Reads by these rules.
    GraphImport read(Reader reader) throws GraphFormatException {
        return ScopedValue.where(CURRENT, this)
                .<GraphImport, GraphFormatException>call(reader::read);
    }

    /// The bytes of a file. Reading them moves the progress, and ends if it was stopped.
    static InputStream open(Path file) throws IOException {
        return new Counted(Files.newInputStream(file), get().progress());
    }

    private static final class Counted extends FilterInputStream {
        private final ReadProgress progress;

        Counted(InputStream in, ReadProgress progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            progress.add(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            progress.add(Math.max(0, count));
            return count;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
