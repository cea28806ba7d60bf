package innerloop.io.doctor;

import innerloop.experiment.ColumnRole;
import innerloop.experiment.GraphReading;
import innerloop.io.ColumnReport;
import innerloop.io.GraphImport;
import innerloop.io.GraphSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a graph's file is when it is read by some rules.
///
/// @param path the file or folder
/// @param reading the rules
/// @param standardised whether a remedy asked for standardised features
/// @param graph what was read; empty if the file cannot be read so
/// @param summary of the graph
/// @param findings what a person should know, what ends the reading first
public record Diagnosis(
        Path path,
        GraphReading reading,
        boolean standardised,
        Optional<GraphImport> graph,
        Optional<GraphSummary> summary,
        List<Finding> findings) {

    /// A graph with more nodes is looked at before it is opened.
    private static final int SMALL = 50_000;

    /// Copies the findings.
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /// What each column of the file's tables is taken for.
    public List<ColumnReport> columns() {
        return graph.map(GraphImport::columns).orElse(List.of());
    }

    /// The name of the column that a node regression asks for, if a person said so.
    public Optional<String> target() {
        return columns().stream()
                .filter(column -> column.role() == ColumnRole.TARGET)
                .map(ColumnReport::name)
                .findFirst();
    }

    /// Whether there is nothing to ask a person: a small graph, read without a problem.
    public boolean isClean() {
        return graph.filter(read -> read.problems().isEmpty() && read.graph().nodes() <= SMALL)
                .isPresent();
    }
}
