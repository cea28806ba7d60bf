package innerloop.graph;

/// How many things there are, in words of English: `1 node`, `2 classes`. One place knows the plural, so that no sentence counts
/// "1 nodes".
public final class Amount {

    private Amount() {}

    /// So many things whose plural is regular.
    public static String of(long number, String thing) {
        return of(number, thing, thing + (thing.endsWith("s") ? "es" : "s"));
    }

    /// So many things.
    ///
    /// @param one what stands behind the number 1, for example `node has`
    /// @param many what stands behind every other number, for example `nodes have`
    public static String of(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
