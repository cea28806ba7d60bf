package innerloop.phrase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place of the code where something is said.
///
/// @param place file and line
/// @param trouble whether a text of what to do about it belongs to it
/// @param keys the keys that can be meant, or the beginning of one
/// @param isPrefix whether the end of the key is made of a value
/// @param arguments how many are given
record PhraseCall(
        String place, boolean trouble, List<String> keys, boolean isPrefix, int arguments) {

    private static final Pattern CALL = Pattern.compile("\\b(Phrase|Trouble)\\.(of|amount)\\(");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    static List<PhraseCall> in(Path file) {
        try {
            String code = Files.readString(file);
            List<PhraseCall> calls = new ArrayList<>();
            Matcher found = CALL.matcher(code);
            while (found.find()) {
                List<String> parts = arguments(code, found.end());
                boolean amount = found.group(2).equals("amount");
                String place = file + ":" + code.substring(0, found.start()).lines().count();
                String first = parts.get(amount ? 1 : 0);
                List<String> keys =
                        TEXT.matcher(first).results().map(text -> text.group(1)).toList();
                if (keys.isEmpty()) {
                    throw new AssertionError(place + " does not name what it says: " + first);
                }
                calls.add(
                        new PhraseCall(
                                place,
                                found.group(1).equals("Trouble"),
                                keys.stream().map(key -> (amount ? "amount." : "") + key).toList(),
                                first.contains("+"),
                                amount ? 1 : parts.size() - 1));
            }
            return calls;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The texts between the commas of a call whose parenthesis was opened before this place.
    private static List<String> arguments(String code, int from) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = from;
        for (int at = from; ; at++) {
            char next = code.charAt(at);
            if (next == '"') {
                Matcher text = TEXT.matcher(code).region(at, code.length());
                if (text.lookingAt()) {
                    at = text.end() - 1;
                }
            } else if (next == '(' || next == '{' || next == '[') {
                depth++;
            } else if ((next == ')' || next == ',') && depth == 0) {
                parts.add(code.substring(begin, at).strip());
                begin = at + 1;
                if (next == ')') {
                    return parts;
                }
            } else if (next == ')' || next == '}' || next == ']') {
                depth--;
            }
        }
    }
}
