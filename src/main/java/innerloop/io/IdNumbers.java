package innerloop.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers for ids in the order in which they come. Ids that are small whole numbers, as most files have them, are found in an array
/// and not by their text, which takes a tenth of the time.
final class IdNumbers {

    /// Whole numbers below are looked up in the array, which has 16 MB at most.
    private static final int WHOLE = 1 << 22;

    private static final int LONGEST = 7;

    private final Map<String, Integer> texts = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private int[] next = new int[1 << 10];

    /// The number of an id, which it gets if it has none.
    int of(String id) {
        int whole = whole(id);
        if (whole < 0) {
            Integer known = texts.putIfAbsent(id, ids.size());
            return known == null ? add(id) : known;
        }
        if (whole >= next.length) {
            next = Arrays.copyOf(next, Math.max(whole + 1, 2 * next.length));
        }
        if (next[whole] == 0) {
            next[whole] = add(id) + 1;
        }
        return next[whole] - 1;
    }

    private int add(String id) {
        ids.add(id);
        return ids.size() - 1;
    }

    /// The number of an id; −1 if it has none.
    int find(String id) {
        int whole = whole(id);
        if (whole < 0) {
            return texts.getOrDefault(id, -1);
        }
        return whole < next.length ? next[whole] - 1 : -1;
    }

    /// All ids in the order of their numbers.
    List<String> ids() {
        return Collections.unmodifiableList(ids);
    }

    int size() {
        return ids.size();
    }

    /// The number that a text is, written as programs write it; −1 for others and large ones.
    private static int whole(String id) {
        int length = id.length();
        if (length == 0 || length > LONGEST || (length > 1 && id.charAt(0) == '0')) {
            return -1;
        }
        int number = 0;
        for (int k = 0; k < length; k++) {
            int digit = id.charAt(k) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number < WHOLE ? number : -1;
    }
}
