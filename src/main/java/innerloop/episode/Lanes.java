package innerloop.episode;

import innerloop.phrase.Phrase;
import java.util.ArrayList;
import java.util.List;

/// The names used in each phase: those of classes, regions or member graphs, depending on the [Split]. A name in no lane is
/// never sampled, though its nodes still pass messages. A lane holds each name once, even if it is listed several times,
/// since otherwise an episode could have a class at two slots.
///
/// @param train what the learner trains on
/// @param validation what only measures generalisation while training
/// @param test what the final score is of
public record Lanes(List<String> train, List<String> validation, List<String> test) {

    public Lanes {
        train = train.stream().distinct().toList();
        validation = validation.stream().distinct().toList();
        test = test.stream().distinct().toList();
    }

    /// No name in any lane.
    public static Lanes empty() {
        return new Lanes(List.of(), List.of(), List.of());
    }

    /// The names of a phase.
    public List<String> of(Phase phase) {
        return switch (phase) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }

    /// The lanes with one of them replaced.
    public Lanes with(Phase phase, List<String> names) {
        return new Lanes(
                phase == Phase.TRAIN ? names : train,
                phase == Phase.VALIDATION ? names : validation,
                phase == Phase.TEST ? names : test);
    }

    /// The lanes with this name moved to the end of one (and taken out of the others).
    public Lanes move(String name, Phase to) {
        Lanes others = without(name);
        return others.with(to, append(others.of(to), name));
    }

    /// The lanes without this name.
    public Lanes without(String name) {
        return new Lanes(remove(train, name), remove(validation, name), remove(test, name));
    }

    private static List<String> remove(List<String> from, String item) {
        return from.stream().filter(s -> !s.equals(item)).toList();
    }

    private static List<String> append(List<String> to, String item) {
        List<String> longer = new ArrayList<>(to);
        longer.add(item);
        return longer;
    }

    /// The name of the lane of a phase for people.
    public static Phrase phrase(Phase phase) {
        return Phrase.of("lane." + phase.name());
    }
}
