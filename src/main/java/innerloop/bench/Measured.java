package innerloop.bench;

import innerloop.math.VectorBackend;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The result of a benchmark and the machine it ran on; one line of JSON or of text.
public final class Measured {

    private final Map<String, Object> facts = new LinkedHashMap<>();

    /// Nothing yet about this work.
    public Measured(String work) {
        facts.put("work", work);
    }

    /// The same with one fact more.
    public Measured with(String name, Object fact) {
        facts.put(name, fact);
        return this;
    }

    /// The middle one of these numbers.
    public static double median(List<Double> numbers) {
        return numbers.stream().sorted().skip(numbers.size() / 2).findFirst().orElseThrow();
    }

    /// One line.
    public String line(boolean json) {
        facts.put("processor", processor());
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        facts.put("vectorBits", VectorBackend.vectorBits());
        facts.put("java", System.getProperty("java.vm.version"));
        return json
                ? facts.entrySet().stream()
                        .map(e -> "\"" + e.getKey() + "\": " + quoted(e.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"))
                : facts.entrySet().stream()
                        .map(e -> e.getKey() + " " + number(e.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String quoted(Object fact) {
        return fact instanceof Number ? number(fact) : "\"" + fact + "\"";
    }

    private static String number(Object fact) {
        return fact instanceof Double d ? String.format(Locale.ROOT, "%.4g", d) : fact.toString();
    }

    /// The processor's name where the system tells it in a file, otherwise its architecture.
    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"), StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElseGet(() -> System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
