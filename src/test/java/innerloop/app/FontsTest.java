package innerloop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// No text of ours is ever shown as a box: the fonts that come with the program have all of its characters.
class FontsTest {

    private static final int CMAP = 0x636d6170;
    private static final int SEGMENTS = 4;
    private static final int GROUPS = 12;

    @AfterEach
    void speakEnglishAgain() {
        Messages.speak(Language.ENGLISH);
    }

    /// The characters a font has glyphs for, by the table `cmap` of its file.
    private static BitSet characters(String file) throws IOException {
        byte[] bytes;
        try (InputStream in = FontsTest.class.getResourceAsStream("/innerloop/fonts/" + file)) {
            bytes = Objects.requireNonNull(in, file).readAllBytes();
        }
        ByteBuffer font = ByteBuffer.wrap(bytes);
        BitSet found = new BitSet();
        for (int t = 0; t < font.getShort(4); t++) {
            if (font.getInt(12 + 16 * t) == CMAP) {
                int table = font.getInt(20 + 16 * t);
                for (int k = 0; k < font.getShort(table + 2); k++) {
                    read(font, table + font.getInt(table + 8 + 8 * k), found);
                }
            }
        }
        return found;
    }

    private static void read(ByteBuffer font, int at, BitSet found) {
        if (font.getShort(at) == GROUPS) {
            for (int g = 0; g < font.getInt(at + 12); g++) {
                int group = at + 16 + 12 * g;
                found.set(font.getInt(group), font.getInt(group + 4) + 1);
            }
        } else if (font.getShort(at) == SEGMENTS) {
            int segments = font.getShort(at + 6) / 2;
            for (int s = 0; s < segments; s++) {
                int last = Short.toUnsignedInt(font.getShort(at + 14 + 2 * s));
                int first = Short.toUnsignedInt(font.getShort(at + 16 + 2 * (segments + s)));
                if (last < 0xFFFF) {
                    found.set(first, last + 1);
                }
            }
        }
    }

    private static List<String> missing(String texts, BitSet glyphs) {
        return texts.codePoints()
                .filter(c -> !Character.isISOControl(c) && !glyphs.get(c))
                .distinct()
                .mapToObj(c -> "%s U+%04X".formatted(Character.toString(c), c))
                .toList();
    }

    private static String texts(Path... places) throws IOException {
        List<String> all = new ArrayList<>();
        for (Path place : places) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file :
                        files.filter(Files::isRegularFile)
                                // Formulas are outlines, not letters of a font.
                                .filter(path ->
                                        !path.toString().matches(".*/(formula|calculus)/.*"))
                                .toList()) {
                    if (file.toString().matches(".*\\.(properties|java|json|md)")) {
                        // Comments are never shown, and formulas of texts are outlines, too.
                        boolean prose = file.toString().endsWith(".md");
                        Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                                .filter(line -> !line.strip().startsWith("//"))
                                .filter(line -> !prose || !line.startsWith("    "))
                                .forEach(all::add);
                    }
                }
            }
        }
        return String.join("\n", all);
    }

    /// Some signs stand in the window's code itself.
    @ParameterizedTest
    @ValueSource(strings = {"NotoSansSC-Regular.otf", "NotoSansSC-Bold.otf"})
    void everyCharacterOfTheChineseWindowHasAGlyph(String font) throws IOException {
        String texts =
                texts(
                        Path.of("src/main/resources/innerloop/messages_zh_CN.properties"),
                        Path.of("src/main/resources/innerloop/phrases_zh_CN.properties"),
                        Path.of("src/main/resources/innerloop/glossary/zh-CN.md"),
                        Path.of("src/main/java/innerloop/app"));
        assertThat(missing(texts, characters(font))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Inter-Regular.otf", "Inter-SemiBold.otf"})
    void everyCharacterOfTheEnglishWindowHasAGlyph(String font) throws IOException {
        // The name of the other language is written in the font of that language.
        String texts =
                texts(
                                Path.of("src/main/resources/innerloop/messages.properties"),
                                Path.of("src/main/resources/innerloop/phrases.properties"),
                                Path.of("src/main/resources/innerloop/glossary/en.md"),
                                Path.of("src/main/java/innerloop/app"))
                        .replace("简体中文", "");
        assertThat(missing(texts, characters(font))).isEmpty();
    }

    @Test
    void theChineseFontHasTheCommonCharactersForNamesInGraphs() throws IOException {
        BitSet glyphs = characters("NotoSansSC-Regular.otf");
        String common = "图神经网络元学习数据节点边类特征北京上海张伟王芳";
        assertThat(missing(common, glyphs)).isEmpty();
        assertThat(glyphs.stream().filter(Character::isIdeographic).count()).isGreaterThan(3_700);
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, Inter", "CHINESE, Noto Sans CJK SC"})
    void aStyleSheetIsDressedInTheFontsOfTheLanguage(Language language, String family) {
        Messages.speak(language);
        assertThat(Fonts.text()).isEqualTo(family);
        assertThat(Fonts.dressed(".a { -fx-font-family: \"Inter\"; }"))
                .isEqualTo(".a { -fx-font-family: \"" + family + "\"; }");
    }
}
