package innerloop.io;

import innerloop.io.GraphContent.Place;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads node-link JSON: NetworkX's (`links`, since 3.6 `edges`), D3's, and Cytoscape's `elements`:
///
///     {"directed": false, "nodes": [{"id": "a", "class": "x"}], "links": [{"source": "a", "target": "b", "weight": 2}]}
///
/// What a node says beside `id` are columns ([NodeTable]); a list is a column for each part (`a`, `a.1`). Nodes without `id` are
/// numbered, and ends that name no id are numbers of nodes, as D3 and NetworkX 1 write them. The weight of an edge is its
/// `weight`, else its `value`.
public final class NodeLinkReader implements GraphReader {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    @Override
    public GraphImport read(Path path) throws GraphFormatException {
        try (InputStream in = Unpacked.open(path);
                JsonParser json = JSON.createParser(XmlText.open(path, in))) {
            return new Reading(json, new GraphContent(path, GraphFormat.NODE_LINK)).read();
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException io) {
                throw Unpacked.unreadable(path, io);
            }
            Place place = place(e.getLocation());
            throw Problem.ofText(
                            path,
                            place.line(),
                            place.column(),
                            "",
                            Trouble.of(
                                    "nodeLink.noJson",
                                    String.valueOf(e.getOriginalMessage()).split("[\n;]", 2)[0]))
                    .exception();
        } catch (IOException e) {
            throw Unpacked.unreadable(path, e);
        }
    }

    private static Place place(@Nullable TokenStreamLocation location) {
        return location == null
                ? new Place(0, 0)
                : new Place(Math.max(0, location.getLineNr()), Math.max(0, location.getColumnNr()));
    }

    /// An edge whose ends may turn out to be numbers of nodes.
    private record Edge(String source, String target, String weight, Place place) {}

    /// One reading of one file.
    private static final class Reading {

        private static final Set<String> EDGES = Set.of("links", "edges");
        private static final String NO_WEIGHT = "1";

        private final JsonParser json;
        private final GraphContent content;
        private final List<Edge> edges = new ArrayList<>();
        private String source = "";
        private String target = "";
        private String weight = "";
        private String value = "";
        private boolean sawNodes;
        private boolean sawEdges;
        private boolean nested;

        Reading(JsonParser json, GraphContent content) {
            this.json = json;
            this.content = content;
        }

        GraphImport read() throws GraphFormatException {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw notOne();
            }
            object();
            if (!sawNodes || !sawEdges) {
                throw notOne();
            }
            boolean byNumber =
                    edges.stream().noneMatch(this::namesNodes)
                            && edges.stream().allMatch(this::numbersNodes);
            for (Edge edge : edges) {
                content.edge(
                        byNumber ? byNumber(edge.source()) : edge.source(),
                        byNumber ? byNumber(edge.target()) : edge.target(),
                        edge.weight().equals(NO_WEIGHT)
                                ? 1
                                : content.weight(edge.weight(), edge.place()),
                        edge.place());
            }
            return content.build();
        }

        private boolean namesNodes(Edge edge) {
            return content.has(edge.source()) && content.has(edge.target());
        }

        private boolean numbersNodes(Edge edge) {
            return isNumber(edge.source()) && isNumber(edge.target());
        }

        private boolean isNumber(String end) {
            double number = Decimals.parse(end);
            return number >= 0 && number < content.nodes() && number == Math.rint(number);
        }

        private String byNumber(String end) {
            return content.id((int) Decimals.parse(end));
        }

        private GraphFormatException notOne() {
            return content.error(
                    place(json.currentTokenLocation()), "", Trouble.of("nodeLink.noGraph"));
        }

        /// The graph, or what holds it.
        private void object() throws GraphFormatException {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("directed")) {
                    content.directedDefault(value == JsonToken.VALUE_TRUE);
                } else if (name.equals("nodes") && value == JsonToken.START_ARRAY) {
                    sawNodes = true;
                    nodes();
                } else if (EDGES.contains(name) && value == JsonToken.START_ARRAY) {
                    sawEdges = true;
                    edges();
                } else if (name.equals("elements") && value == JsonToken.START_OBJECT) {
                    object();
                } else {
                    json.skipChildren();
                }
            }
        }

        private void nodes() throws GraphFormatException {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                Place place = place(json.currentTokenLocation());
                Map<String, String> values = new LinkedHashMap<>();
                values(values, "");
                String id = values.remove("id");
                if (id == null) {
                    id = Integer.toString(content.nodes());
                }
                int node = content.node(id, place);
                values.forEach((key, value) -> content.set(node, key, value, place.line()));
            }
            requireEndOfList(Phrase.of("text.part.node"));
        }

        private void edges() throws GraphFormatException {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                Place place = place(json.currentTokenLocation());
                source = "";
                target = "";
                weight = "";
                value = "";
                ends(true);
                edges.add(
                        new Edge(
                                end(source, "source", place),
                                end(target, "target", place),
                                !weight.isEmpty() ? weight : value.isEmpty() ? NO_WEIGHT : value,
                                place));
            }
            requireEndOfList(Phrase.of("text.part.edge"));
        }

        private void requireEndOfList(Phrase what) throws GraphFormatException {
            if (json.currentToken() != JsonToken.END_ARRAY) {
                throw content.error(
                        place(json.currentTokenLocation()),
                        "",
                        Trouble.of("nodeLink.noObject", what));
            }
        }

        /// What of an edge is of use; Cytoscape's stands in `data`.
        private void ends(boolean outside) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken token = json.nextToken();
                if (token == JsonToken.START_OBJECT && outside && name.equals("data")) {
                    ends(false);
                } else if (token.isStructStart()) {
                    nestedEdge(name, token);
                } else if (token != JsonToken.VALUE_NULL) {
                    switch (name) {
                        case "source" -> source = json.getString();
                        case "target" -> target = json.getString();
                        case "weight" -> weight = json.getString();
                        case "value" -> value = json.getString();
                        default -> {
                            // Nothing is made of it.
                        }
                    }
                }
            }
        }

        private void nestedEdge(String name, JsonToken token) {
            if (token == JsonToken.START_OBJECT) {
                nested(name);
            } else {
                json.skipChildren();
            }
        }

        private String end(String end, String key, Place place) throws GraphFormatException {
            if (end.isEmpty()) {
                throw content.error(place, "", Trouble.of("nodeLink.noEnd", key));
            }
            return end;
        }

        /// The values of an object; Cytoscape's stand in `data` and `position`.
        private void values(Map<String, String> values, String before) throws GraphFormatException {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = before + json.currentName();
                switch (json.nextToken()) {
                    case START_OBJECT -> {
                        if (before.isEmpty() && Set.of("data", "position").contains(name)) {
                            values(values, "");
                        } else {
                            nested(name);
                        }
                    }
                    case START_ARRAY -> parts(values, name);
                    case VALUE_NULL -> {
                        // As if it were not there.
                    }
                    default -> values.put(name, json.getString());
                }
            }
        }

        private void parts(Map<String, String> values, String name) throws GraphFormatException {
            int part = 0;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (json.currentToken().isStructStart()) {
                    nested(name);
                } else {
                    values.put(part == 0 ? name : name + "." + part, json.getString());
                }
                part++;
            }
        }

        private void nested(String name) {
            if (!nested) {
                nested = true;
                content.warn(
                        place(json.currentTokenLocation()),
                        Trouble.of("nodeLink.nested", Problem.shortened(name)));
            }
            json.skipChildren();
        }
    }
}
