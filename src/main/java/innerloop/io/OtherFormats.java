package innerloop.io;

import tools.jackson.databind.JsonNode;

/// Graphs where something else is wanted.
final class OtherFormats {

    private OtherFormats() {}

    /// Whether a JSON document is a graph, as NetworkX, D3 and others write it, and no experiment.
    static boolean isGraph(JsonNode document) {
        return !document.has("format")
                && (isPair(document)
                        || isPair(document.path("graph"))
                        || isPair(document.path("elements")));
    }

    private static boolean isPair(JsonNode object) {
        return (object.has("nodes") || object.has("vertices"))
                && (object.has("links") || object.has("edges"));
    }
}
