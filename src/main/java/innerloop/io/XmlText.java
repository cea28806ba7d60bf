package innerloop.io;

import innerloop.phrase.Trouble;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decodes an XML file as its byte order mark or its declaration says (XML 1.0, appendix F), else
/// as UTF-8. The JDK's parser could do it, but prints bytes it cannot decode on the console.
final class XmlText {

    private static final int DECLARATION = 256;
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private XmlText() {}

    /// A reader that fails with a `CharacterCodingException` at the first malformed byte.
    static Reader open(Path file, InputStream in) throws IOException, GraphFormatException {
        BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
        bytes.mark(DECLARATION);
        byte[] start = bytes.readNBytes(DECLARATION);
        bytes.reset();
        Charset charset = charset(file, start);
        if (charset.equals(StandardCharsets.UTF_8) && start.length > 2 && start[0] == (byte) 0xEF) {
            bytes.skipNBytes(3);
        }
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Charset charset(Path file, byte[] start) throws GraphFormatException {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00FE\u00FF") || text.startsWith("\u00FF\u00FE")) {
            // Reads the byte order mark itself.
            return StandardCharsets.UTF_16;
        }
        if (text.startsWith("\0<")) {
            return StandardCharsets.UTF_16BE;
        }
        if (text.startsWith("<\0")) {
            return StandardCharsets.UTF_16LE;
        }
        Matcher declared = ENCODING.matcher(text);
        if (text.startsWith("\u00EF\u00BB\u00BF") || !declared.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Problem.ofText(
                            file,
                            1,
                            declared.start(1) + 1L,
                            declared.group(1),
                            Trouble.of("graphml.noEncoding", Problem.shortened(declared.group(1))))
                    .exception();
        }
    }
}
