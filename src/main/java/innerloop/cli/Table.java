package innerloop.cli;

import java.util.ArrayList;
import java.util.List;

/// Tables for a terminal.
final class Table {

    private Table() {}

    /// The rows as lines whose columns begin below each other, two blanks apart.
    static List<String> aligned(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] width = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++) {
                width[c] = Math.max(width[c], row.get(c).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                line.append(row.get(c)).repeat(' ', width[c] - row.get(c).length() + 2);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
