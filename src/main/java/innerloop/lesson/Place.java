package innerloop.lesson;

/// A place in a lesson's file.
///
/// @param line counted from 1
/// @param column counted from 1
public record Place(int line, int column) {

    /// Whether that place comes first.
    public boolean isAfter(Place that) {
        return line != that.line ? line > that.line : column > that.column;
    }

    /// The place so many characters further right.
    Place right(int characters) {
        return new Place(line, column + characters);
    }
}
