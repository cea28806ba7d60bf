package innerloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Links between the documents lead somewhere: to a file that is there and, after `#`, to one of its headings.
class DocumentLinksTest {

    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        try (Stream<Path> top = Files.list(Path.of(""))) {
            documents.addAll(top.filter(DocumentLinksTest::isDocument).toList());
        }
        for (String folder : List.of("docs", "sample-graphs", "jpackage", "assets", "src")) {
            try (Stream<Path> below = Files.walk(Path.of(folder))) {
                documents.addAll(below.filter(DocumentLinksTest::isDocument).toList());
            }
        }
        return documents;
    }

    private static boolean isDocument(Path path) {
        return path.toString().endsWith(".md");
    }

    private static List<String> links(Path document) throws IOException {
        String prose = CODE.matcher(Files.readString(document)).replaceAll("");
        return LINK.matcher(prose)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .toList();
    }

    /// The names by which links call the headings of a document: in small letters, blanks as hyphens, other signs left out.
    private static List<String> anchors(Path document) throws IOException {
        return HEADING.matcher(Files.readString(document))
                .results()
                .map(heading -> heading.group(1).strip().toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        int followed = 0;
        for (Path document : documents()) {
            for (String link : links(document)) {
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
                assertThat(target).as("%s links to %s", document, link).exists();
                if (parts.length == 2) {
                    assertThat(anchors(target))
                            .as("%s links to %s", document, link)
                            .contains(parts[1]);
                }
                followed++;
            }
        }
        assertThat(followed).isGreaterThan(40);
    }

    @Test
    void theReadmeLeadsToEveryPage() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("docs"))) {
            assertThat(links(Path.of("README.md")))
                    .map(link -> link.replaceAll("#.*", ""))
                    .containsAll(
                            pages.filter(DocumentLinksTest::isDocument)
                                    .map(page -> page.toString().replace('\\', '/'))
                                    .toList());
        }
    }
}
