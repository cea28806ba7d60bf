package innerloop.app.table;

/// A column that rows are sorted by, and the direction.
///
/// @param column the id of the column
/// @param descending whether the largest comes first
record SortKey(String column, boolean descending) {}
