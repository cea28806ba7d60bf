package innerloop.episode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Which classes are used in which phase, by name. A class may stand in no lane: it is then never sampled,
/// though its nodes still pass messages. A lane holds a class once, however often it is listed, since otherwise an
/// episode could have it at two slots.
///
/// @param train base classes
/// @param validation classes that only measure generalisation while training
/// @param test novel classes of the final score
public record ClassSplit(List<String> train, List<String> validation, List<String> test) {

    public ClassSplit {
        train = train.stream().distinct().toList();
        validation = validation.stream().distinct().toList();
        test = test.stream().distinct().toList();
    }

    /// No class in any lane.
    public static ClassSplit empty() {
        return new ClassSplit(List.of(), List.of(), List.of());
    }

    /// The classes of a phase.
    public List<String> classes(Phase phase) {
        return switch (phase) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }

    /// The split with this class moved to the end of a lane (and taken out of the others).
    public ClassSplit move(String className, Phase to) {
        return without(className).with(className, to);
    }

    /// The split with this class in no lane.
    public ClassSplit without(String className) {
        return new ClassSplit(
                remove(train, className), remove(validation, className), remove(test, className));
    }

    private ClassSplit with(String className, Phase to) {
        return new ClassSplit(
                to == Phase.TRAIN ? append(train, className) : train,
                to == Phase.VALIDATION ? append(validation, className) : validation,
                to == Phase.TEST ? append(test, className) : test);
    }

    private static List<String> remove(List<String> from, String item) {
        return from.stream().filter(s -> !s.equals(item)).toList();
    }

    private static List<String> append(List<String> to, String item) {
        List<String> longer = new ArrayList<>(to);
        longer.add(item);
        return longer;
    }

    /// The first 6 hex digits of the SHA-256 of the lanes: shown beside every score made with this split.
    public String shortHash() {
        try {
            String text =
                    String.join("\n", train)
                            + "\n--\n"
                            + String.join("\n", validation)
                            + "\n--\n"
                            + String.join("\n", test);
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 3);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
