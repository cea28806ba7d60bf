package innerloop.lesson;

import innerloop.checks.Nearest;
import innerloop.phrase.Trouble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads expressions: `explain node="Mr Hi" name=z1 column=2`, `run score - run floor`, `0.5 < run score`.
final class ExpressionReader {

    /// A word, `key=value` or `key="several words"`.
    private static final Pattern TOKEN = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\"?)+");

    private static final Pattern SETTING = Pattern.compile("([a-z]+)=(.*)", Pattern.DOTALL);

    private final Consumer<Complaint> complaints;

    ExpressionReader(Consumer<Complaint> complaints) {
        this.complaints = complaints;
    }

    private record Token(Place place, String text) {}

    private static List<Token> tokens(String text, Place at) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(new Token(at.right(matcher.start()), matcher.group()));
        }
        return tokens;
    }

    /// An expression; empty if it is none, which is said.
    Optional<Expression> expression(String text, Place at) {
        return expression(tokens(text, at), at);
    }

    /// Two expressions with a sign between them.
    Optional<Claim> claim(String text, Place at) {
        List<Token> tokens = tokens(text, at);
        for (int i = 0; i < tokens.size(); i++) {
            String symbol = tokens.get(i).text();
            Optional<Claim.Relation> relation =
                    Arrays.stream(Claim.Relation.values())
                            .filter(one -> one.symbol().equals(symbol))
                            .findFirst();
            if (relation.isPresent()) {
                Optional<Expression> left = expression(tokens.subList(0, i), at);
                Optional<Expression> right =
                        expression(tokens.subList(i + 1, tokens.size()), tokens.get(i).place());
                return left.isPresent() && right.isPresent()
                        ? Optional.of(new Claim(at, left.get(), relation.get(), right.get()))
                        : Optional.empty();
            }
        }
        complain(at, Trouble.of("lesson.nothingCompared"));
        return Optional.empty();
    }

    private Optional<Expression> expression(List<Token> tokens, Place at) {
        for (int i = 0; i < tokens.size(); i++) {
            String symbol = tokens.get(i).text();
            Optional<Expression.Sign> sign =
                    Arrays.stream(Expression.Sign.values())
                            .filter(one -> one.symbol().equals(symbol))
                            .findFirst();
            if (sign.isPresent()) {
                Optional<Quantity> first = quantity(tokens.subList(0, i), at);
                Optional<Quantity> second =
                        quantity(tokens.subList(i + 1, tokens.size()), tokens.get(i).place());
                return first.isPresent() && second.isPresent()
                        ? Optional.of(
                                new Expression(
                                        first.get(),
                                        Optional.of(
                                                new Expression.Second(sign.get(), second.get()))))
                        : Optional.empty();
            }
        }
        return quantity(tokens, at).map(Expression::of);
    }

    private Optional<Quantity> quantity(List<Token> tokens, Place at) {
        if (tokens.isEmpty()) {
            complain(at, Trouble.of("lesson.valueMissing"));
            return Optional.empty();
        }
        Token first = tokens.getFirst();
        OptionalDouble literal = TypedNumber.of(first.text());
        if (literal.isPresent()) {
            if (tokens.size() > 1) {
                complain(tokens.get(1).place(), Trouble.of("lesson.tooMuch", tokens.get(1).text()));
                return Optional.empty();
            }
            return Optional.of(new Quantity.Literal(literal.getAsDouble()));
        }
        Optional<Source> source =
                Arrays.stream(Source.values())
                        .filter(one -> one.word().equals(first.text()))
                        .findFirst();
        if (source.isEmpty()) {
            complain(
                    first.place(),
                    Trouble.of("lesson.noSource", first.text())
                            .withFix(
                                    Nearest.didYouMean(
                                            first.text(),
                                            Arrays.stream(Source.values())
                                                    .map(Source::word)
                                                    .toList())));
            return Optional.empty();
        }
        return named(source.get(), first.place(), tokens.subList(1, tokens.size()));
    }

    private Optional<Quantity> named(Source source, Place place, List<Token> tokens) {
        Map<String, String> keys = new HashMap<>();
        String word = "";
        boolean whole = true;
        for (Token token : tokens) {
            Matcher setting = SETTING.matcher(token.text());
            if (setting.matches()) {
                whole &= setting(source, token, setting, keys);
            } else if (!source.words().contains(token.text())) {
                complain(
                        token.place(),
                        Trouble.of("lesson.hasNo", source.word(), token.text())
                                .withFix(Nearest.didYouMean(token.text(), source.words())));
                whole = false;
            } else if (!word.isEmpty()) {
                complain(token.place(), Trouble.of("lesson.twoValues", word, token.text()));
                whole = false;
            } else {
                word = token.text();
            }
        }
        boolean readable = whole;
        for (String key : source.required()) {
            if (readable && !keys.containsKey(key)) {
                complain(place, Trouble.of("lesson.needs", source.word(), key));
                whole = false;
            }
        }
        String usual = word.isEmpty() ? source.words().getFirst() : word;
        return whole
                ? Optional.of(new Quantity.Named(place, source, usual, keys))
                : Optional.empty();
    }

    private boolean setting(Source source, Token token, Matcher setting, Map<String, String> keys) {
        String key = setting.group(1);
        String value = setting.group(2);
        if (!source.keys().contains(key)) {
            complain(
                    token.place(),
                    Trouble.of("lesson.noKey", source.word(), key)
                            .withFix(Nearest.didYouMean(key, source.keys())));
            return false;
        }
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        String text = quoted ? value.substring(1, value.length() - 1) : value;
        if (text.isEmpty() || text.contains("\"")) {
            complain(token.place(), Trouble.of("lesson.noText", key));
            return false;
        }
        if (keys.put(key, text) != null) {
            complain(token.place(), Trouble.of("lesson.givenTwice", key));
            return false;
        }
        return true;
    }

    private void complain(Place at, Trouble trouble) {
        complaints.accept(new Complaint(at, trouble));
    }
}
