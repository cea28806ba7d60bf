package innerloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.Main;
import innerloop.phrase.OneLine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// What commands print cannot steer the terminal, and is not lost silently.
class ConsoleTest {

    private final StringWriter printed = new StringWriter();
    private final Console console = new Console(printed);

    @ParameterizedTest
    @ValueSource(strings = {"\u001b]0;owned\u0007", "\u009b31m", "\r", "\u202e", "\u2028", "\0"})
    void controlCharactersAreWrittenAsNumbers(String text) {
        console.println("a" + text + "b");
        console.print(text.toCharArray());
        console.write(text.charAt(0));
        console.flush();
        assertThat(printed.toString()).contains("\\u%04x".formatted((int) text.charAt(0)));
        assertThat(printed.toString().chars().filter(c -> c != '\n')).noneMatch(OneLine::isControl);
    }

    @Test
    void whatFillsAPlaceOfAFormatStaysOnItsLine() {
        console.printf(Locale.ROOT, "%s: %d%n", "name\ninnerloop: forged", 1);
        console.printf("%s%n", "é\t日本");
        assertThat(printed.toString().lines())
                .containsExactly("name\\u000ainnerloop: forged: 1", "é\\u0009日本");
    }

    @Test
    void theLinesAndTabsOfTheProgramStay() {
        console.println("a\tb\nc\r\nd");
        assertThat(printed.toString()).isEqualTo("a\tb\nc\r\nd" + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource({"kinds", "--help", "--version", "import --help"})
    void picocliUsesTheSameWay(String arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(console);
        assertThat(CommandLineRunner.execute(line, arguments.split(" "))).isZero();
        assertThat(printed.toString()).doesNotContain("\u001b", "\\u001b").isNotBlank();
    }

    @Test
    void argumentsInErrorTextsAreEscaped() {
        CommandLine line = Main.commandLine();
        line.setErr(console);
        int code = CommandLineRunner.execute(line, new String[] {"kinds", "\u001b]0;x\u0007\nb"});
        assertThat(code).isEqualTo(CommandLineRunner.BAD_INPUT);
        assertThat(printed.toString()).contains("\\u001b]0;x\\u0007\\u000ab").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "No space left on device, innerloop: the output cannot be written: No space left on device",
        "Broken pipe, ''"
    })
    void lostOutputIsAFailure(String why, String said) {
        CommandLine line = Main.commandLine();
        line.setOut(new Console(new Refusing(why)));
        line.setErr(console);
        assertThat(CommandLineRunner.execute(line, new String[] {"kinds"})).isEqualTo(1);
        assertThat(printed.toString().strip()).isEqualTo(said);
    }

    /// A full disk, or a pipe nobody reads.
    private static final class Refusing extends Writer {

        private final String why;

        Refusing(String why) {
            this.why = why;
        }

        @Override
        public void write(char[] text, int start, int length) throws IOException {
            throw new IOException(why);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
