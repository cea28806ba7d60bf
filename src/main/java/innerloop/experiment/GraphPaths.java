package innerloop.experiment;

import java.nio.file.Path;

/// Where an experiment's graph lies.
public final class GraphPaths {

    private GraphPaths() {}

    /// The graph's path, relative to the experiment's file unless it is absolute.
    public static Path resolve(Path experimentFile, Experiment experiment) {
        Path folder = experimentFile.toAbsolutePath().getParent();
        Path graph = Path.of(experiment.graph());
        return folder == null ? graph : folder.resolve(graph).normalize();
    }

    /// How an experiment in this file writes the path of that graph: relative where it can be.
    public static String relative(Path experimentFile, Path graph) {
        Path folder = experimentFile.toAbsolutePath().getParent();
        Path target = graph.toAbsolutePath().normalize();
        if (folder == null || !folder.getRoot().equals(target.getRoot())) {
            return target.toString();
        }
        return folder.normalize().relativize(target).toString().replace('\\', '/');
    }
}
