package innerloop.app.table;

/// What rows are sorted by.
///
/// @param column the id of the column
/// @param descending whether the largest comes first
record SortKey(String column, boolean descending) {}
