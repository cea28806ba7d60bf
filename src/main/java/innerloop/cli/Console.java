package innerloop.cli;

import innerloop.phrase.OneLine;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where commands print: the one way from the program to a terminal, a file or a pipe.
///
/// Whatever is printed, only line breaks and tabs reach the other side as they are; all other control characters, which
/// names from strangers' files may hold, are written as numbers (`\u001b`). What fills the places of a format stays on its
/// line. And unlike other print writers this one remembers why something could not be written.
@SuppressWarnings("AnnotateFormatMethod") // as little as the class it extends
public final class Console extends PrintWriter {

    private final Escaping escaping;

    /// Prints to any writer.
    public Console(Writer out) {
        this(new Escaping(new BufferedWriter(out)));
    }

    private Console(Escaping escaping) {
        super(escaping, true);
        this.escaping = escaping;
    }

    /// Stdout.
    static Console out() {
        return of(FileDescriptor.out, System.out);
    }

    /// Stderr.
    static Console err() {
        return of(FileDescriptor.err, System.err);
    }

    /// A `PrintStream` says only that something failed, so this writes past it, in its encoding.
    private static Console of(FileDescriptor descriptor, PrintStream stream) {
        return new Console(
                new OutputStreamWriter(new FileOutputStream(descriptor), stream.charset()));
    }

    /// Why something could not be written, if that happened.
    Optional<IOException> failure() {
        flush();
        return Optional.ofNullable(escaping.failure);
    }

    @Override
    public PrintWriter format(@Nullable Locale locale, String format, @Nullable Object... values) {
        Object[] safe =
                Arrays.stream(values)
                        .map(value ->
                                value instanceof String || value instanceof Path
                                        ? OneLine.escaped(value.toString())
                                        : value)
                        .toArray();
        print(String.format(locale, format, safe));
        flush();
        return this;
    }

    @Override
    public PrintWriter format(String format, @Nullable Object... values) {
        return format(Locale.getDefault(Locale.Category.FORMAT), format, values);
    }

    /// Escapes control characters and remembers the first failure.
    private static final class Escaping extends FilterWriter {

        private @Nullable IOException failure;

        Escaping(Writer out) {
            super(out);
        }

        @Override
        public void write(int c) throws IOException {
            write(String.valueOf((char) c), 0, 1);
        }

        @Override
        public void write(char[] characters, int start, int length) throws IOException {
            write(new String(characters, start, length), 0, length);
        }

        @Override
        public void write(String text, int start, int length) throws IOException {
            StringBuilder safe = new StringBuilder(length);
            for (int at = start; at < start + length; at++) {
                char c = text.charAt(at);
                boolean lineEnd =
                        c == '\n'
                                || (c == '\r'
                                        && at + 1 < start + length
                                        && text.charAt(at + 1) == '\n');
                if (lineEnd || c == '\t' || !OneLine.isControl(c)) {
                    safe.append(c);
                } else {
                    safe.append(OneLine.number(c));
                }
            }
            try {
                out.write(safe.toString());
            } catch (IOException e) {
                throw remembered(e);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                throw remembered(e);
            }
        }

        private IOException remembered(IOException e) {
            failure = failure == null ? e : failure;
            return e;
        }
    }
}
