import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/// Reads the package lists of a Debian release, from files or from apt.
final class PackageLists {

    /// One package as the archive describes it.
    ///
    /// @param dependsOn the first alternative of every group of `Depends`, without versions, sorted
    record Package(String name, String section, String summary, SortedSet<String> dependsOn) {
    }

    /// All packages by name, and one phrase that says which release they come from.
    record Archive(SortedMap<String, Package> packages, String release) {
    }

    private PackageLists() {
    }

    static Archive readFiles(Path packages, Optional<Path> release) throws IOException {
        try (InputStream bytes = Files.newInputStream(packages);
                InputStream plain = packages.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
            return new Archive(readPackages(plain),
                    release.isPresent() ? describeRelease(release.get()) : "a package list of unknown date");
        }
    }

    /// Asks apt where it keeps the package list of the release and the release file that belongs to it.
    static Archive readApt() throws IOException, InterruptedException {
        String targets = output("apt-get", "indextargets", "--format", "$(CODENAME)\t$(METAKEY)\t$(FILENAME)",
                "Created-By: Packages", "Label: Debian", "Component: main");
        for (String target : targets.lines().sorted().toList()) {
            String[] fields = target.split("\t");
            boolean pocket = fields[0].contains("-");
            if (!pocket) {
                String list = fields[2];
                String site = list.substring(0, list.lastIndexOf("_" + fields[1].replace('/', '_')));
                try (InputStream in = start("/usr/lib/apt/apt-helper", "cat-file", list).getInputStream()) {
                    return new Archive(readPackages(in), describeRelease(Path.of(site + "_InRelease")));
                }
            }
        }
        throw new IOException("apt knows no package list of a Debian release; run apt-get update first");
    }

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = start(command);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
        return output;
    }

    /// Reads paragraphs of `Field: value` lines; a line that starts with a blank continues the field above it.
    /// Of several versions of a package the first one counts.
    private static SortedMap<String, Package> readPackages(InputStream in) throws IOException {
        SortedMap<String, Package> packages = new TreeMap<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        Map<String, String> fields = new HashMap<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            int colon = line.indexOf(": ");
            if (line.isEmpty()) {
                parsePackage(fields).ifPresent(p -> packages.putIfAbsent(p.name(), p));
                fields.clear();
            } else if (line.charAt(0) != ' ' && colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        parsePackage(fields).ifPresent(p -> packages.putIfAbsent(p.name(), p));
        if (packages.isEmpty()) {
            throw new IOException("the package list is empty");
        }
        return packages;
    }

    private static Optional<Package> parsePackage(Map<String, String> fields) {
        if (!fields.containsKey("Package") || !fields.containsKey("Section")) {
            return Optional.empty();
        }
        String section = fields.get("Section");
        SortedSet<String> dependsOn = new TreeSet<>();
        for (String group : fields.getOrDefault("Depends", "").split(",")) {
            String first = group.split("\\|")[0].strip();
            String name = first.split("[ (:]")[0];
            if (!name.isEmpty()) {
                dependsOn.add(name);
            }
        }
        return Optional.of(new Package(
                fields.get("Package"),
                section.substring(section.lastIndexOf('/') + 1),
                fields.getOrDefault("Description", fields.getOrDefault("Description-en", "")),
                dependsOn));
    }

    private static String describeRelease(Path file) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            int colon = line.indexOf(": ");
            if (colon > 0 && line.charAt(0) != ' ') {
                fields.putIfAbsent(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return "%s %s (%s, %s), release file dated %s".formatted(fields.get("Origin"), fields.get("Version"),
                fields.get("Codename"), fields.get("Suite"), fields.get("Date"));
    }
}
