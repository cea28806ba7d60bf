package innerloop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What `generate` draws from a run.
class GenerateCommandTest {

    private static final String SAMPLE =
            Path.of("sample-graphs", "karate.experiment.json").toAbsolutePath().toString();

    @TempDir Path folder;

    private Spoken say(String... arguments) {
        return Spoken.by(Main.commandLine(), Path.of(""), arguments);
    }

    private String run(String method) {
        Path out = folder.resolve(method);
        Spoken spoken =
                say(
                        "run",
                        SAMPLE,
                        "--set",
                        "task.kind=held-out-edges",
                        "--set",
                        "task.objective=" + method,
                        "--set",
                        "learner.kind=full-batch",
                        "--set",
                        "budget.steps=20",
                        "--out",
                        out.toString());
        assertThat(spoken.code()).as(spoken.err()).isZero();
        return out.toString();
    }

    @Test
    void aGeneratedGraphHasAsManyEdgesAndFollowsFromSeedNumberAndNoise() {
        String run = run("vgae");
        JsonNode json = say("generate", run, "--json").json();
        assertThat(json.get("real").get("edges").asInt()).isEqualTo(78);
        assertThat(json.get("generated").get("edges").asInt()).isEqualTo(78);
        assertThat(json.get("real").get("clustering").asDouble()).isCloseTo(0.5706, within(1e-4));
        int nodes = 0;
        for (JsonNode count : json.get("generated").get("degrees")) {
            nodes += count.asInt();
        }
        assertThat(nodes).isEqualTo(34);
        assertThat(json.get("sharedEdges").asInt()).isBetween(1, 78);
        assertThat(say("generate", run, "--json").json()).isEqualTo(json);
        assertThat(say("generate", run, "--json", "--number", "1").json()).isNotEqualTo(json);
        assertThat(say("generate", run, "--json", "--noise", "0").json())
                .isEqualTo(say("generate", run, "--json", "--noise", "0", "--number", "1").json());
    }

    @Test
    void aGeneratedGraphIsWrittenAsAnyOther() {
        Path out = folder.resolve("drawn.graphml");
        Spoken spoken = say("generate", run("vgae"), "--out", out.toString());
        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out()).contains("generated").contains("edges are in both");
        assertThat(out).exists();
        assertThat(say("import", out.toString(), "--json").json().get("edges").asInt())
                .isEqualTo(78);
    }

    /// With so much noise nothing is left of what was learned.
    @Test
    void aPoorDrawingIsCalledSo() {
        String run = run("vgae");
        JsonNode noisy = say("generate", run, "--noise", "1000", "--json").json();
        assertThat(noisy.get("poor").asBoolean()).isTrue();
        assertThat(noisy.get("sharedShare").asDouble())
                .isCloseTo(noisy.get("sharedEdges").asInt() / 78.0, within(1e-12))
                .isLessThan(0.2);
        assertThat(say("generate", run, "--noise", "1000").out())
                .containsPattern(
                        "a poor drawing: 1?[0-9]\\.[0-9] % of its edges are real ones; a longer run \\(budget.steps\\) or less noise draws better");
        JsonNode means = say("generate", run, "--noise", "0", "--json").json();
        assertThat(means.get("poor").asBoolean())
                .isEqualTo(means.get("sharedShare").asDouble() < 0.2);
    }

    @Test
    void whatCannotBeDrawnIsSaidInOneLine() {
        assertThat(say("generate", run("gae")).err())
                .contains("learned no distribution that graphs could be drawn from")
                .hasLineCount(1);
        assertThat(say("generate", folder.resolve("none").toString()).code()).isEqualTo(2);
        assertThat(say("generate", folder.toString(), "--noise=-1").err())
                .contains("is no amount of noise");
        assertThat(Files.exists(folder.resolve("none"))).isFalse();
    }
}
