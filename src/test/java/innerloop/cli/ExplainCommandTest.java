package innerloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What `explain` prints, writes and refuses.
class ExplainCommandTest {

    private static final String KARATE =
            Path.of("sample-graphs/karate.experiment.json").toAbsolutePath().toString();

    @TempDir private Path folder = Path.of("");

    private Spoken explain(String... arguments) {
        return Spoken.by(
                Main.commandLine(),
                folder,
                Stream.concat(
                                Stream.of(
                                        "explain",
                                        KARATE,
                                        "--set",
                                        "encoder.hidden=[3]",
                                        "--set",
                                        "learner.innerSteps=5"),
                                Stream.of(arguments))
                        .toArray(String[]::new));
    }

    @Test
    void everyDerivativeStandsBesideItsDifference() {
        Spoken spoken = explain("--node", "5", "--backward", "--json");
        assertThat(spoken.code()).as(spoken.err()).isZero();
        JsonNode json = spoken.json();
        assertThat(json.get("engineGap").asDouble()).isLessThan(1e-9);
        int derivatives = 0;
        for (JsonNode term : json.get("terms")) {
            String kind = term.get("kind").asString();
            if (kind.equals("derivative")) {
                assertThat(term.get("agrees").asBoolean()).as(term.toString()).isTrue();
                for (JsonNode entry : term.get("derivatives")) {
                    assertThat(entry.propertyNames())
                            .contains("value", "difference", "relativeError", "row", "column");
                    derivatives++;
                }
            } else if (kind.equals("usually-printed")) {
                assertThat(term.get("agrees").asBoolean()).as(term.toString()).isFalse();
            }
        }
        assertThat(derivatives).isGreaterThan(20);
    }

    @Test
    void aTableSaysWhichThetaItIsAndOneLayerCanBeHadAlone() {
        Spoken whole = explain("--node", "5", "--episode", "2");
        assertThat(whole.code()).as(whole.err()).isZero();
        assertThat(whole.out())
                .contains("θ: untrained, adapted to test episode 2")
                .contains("layer 1", "layer 2", "cᵢⱼ", "L = ");
        Spoken second = explain("--node", "5", "--layer", "2");
        assertThat(second.out()).contains("layer 2", "z² =").doesNotContain("layer 1", "z¹ =");
    }

    @Test
    void aWorksheetWithBlanksHasItsAnswersBeside() throws Exception {
        Spoken spoken = explain("--node", "5", "--backward", "--html", "sheet.html", "--blanks");
        assertThat(spoken.code()).as(spoken.err()).isZero();
        String sheet = Files.readString(folder.resolve("sheet.html"));
        String answers = Files.readString(folder.resolve("sheet-answers.html"));
        assertThat(sheet).contains("dW¹ = (U¹)ᵀ dZ¹", "<td>&nbsp;</td>", "usually printed as");
        assertThat(sheet).doesNotContain("✓", "✗");
        assertThat(answers).contains("✓", "✗").doesNotContain("&nbsp;");
        assertThat(answers.replaceAll("<td>[^<]*</td>", ""))
                .isEqualTo(sheet.replaceAll("<td>[^<]*</td>", ""));
    }

    @Test
    void aSheetDoesNotGiveAwayWhatItAsksFor() throws Exception {
        explain("--node", "5", "--html", "sheet.html", "--blanks");
        String[] sheet = Files.readString(folder.resolve("sheet.html")).split("<section", -1);
        String rows = section(sheet, "h¹ⱼ = ");
        assertThat(rows).contains("<tr><th>Member 6 (n6)</th><td>&nbsp;</td>");
        assertThat(rows.split("<td>&nbsp;</td>", -1)).as("three numbers of one row").hasSize(4);
        assertThat(section(sheet, "xⱼ = ")).as("what is given").doesNotContain("&nbsp;");
        explain("--node", "5", "--html", "sheet.html", "--blanks", "--layer", "2");
        String[] second = Files.readString(folder.resolve("sheet.html")).split("<section", -1);
        assertThat(section(second, "h¹ⱼ = ")).as("layer 1 is not asked").doesNotContain("&nbsp;");
    }

    private static String section(String[] page, String formula) {
        return Stream.of(page).filter(part -> part.contains(formula)).findFirst().orElseThrow();
    }

    @Test
    void theInnerLoopIsGoneThroughBackwards() {
        Spoken spoken = explain("--inner", "--set", "learner.innerSteps=2", "--json");
        assertThat(spoken.code()).as(spoken.err()).isZero();
        int checked = 0;
        for (JsonNode term : spoken.json().get("terms")) {
            assertThat(term.get("innerStep").asInt()).isBetween(0, 2);
            if (term.get("kind").asString().equals("derivative")) {
                assertThat(term.get("agrees").asBoolean()).as(term.toString()).isTrue();
                checked++;
            }
        }
        assertThat(checked).isEqualTo(3);
        Spoken table = explain("--inner", "--set", "learner.innerSteps=2");
        assertThat(table.out()).contains("inner step 0", "inner step 2", "usually printed as");
    }

    @Test
    void aLossIsSlicedBesideIt() {
        Spoken spoken =
                explain(
                        "--inner",
                        "--set",
                        "learner.innerSteps=2",
                        "--slice",
                        "after",
                        "--through",
                        "path",
                        "--json");
        assertThat(spoken.code()).as(spoken.err()).isZero();
        JsonNode slice = spoken.json().get("slice");
        assertThat(slice.get("loss").asString()).isEqualTo("after");
        assertThat(slice.get("through").asString()).isEqualTo("path");
        assertThat(slice.get("at")).hasSize(13);
        assertThat(slice.get("losses")).hasSize(13);
        assertThat(slice.get("path")).hasSize(3);
        assertThat(slice.get("secondOrder").get("agrees").asBoolean()).isTrue();
        assertThat(slice.get("firstOrder").get("agrees").asBoolean()).isTrue();
        Spoken table = explain("--inner", "--set", "learner.innerSteps=2", "--slice", "support");
        assertThat(table.out())
                .contains("slice through θ₀, of the support loss there", "second order", "degrees");
    }

    @Test
    void anEdgeIsWhatOneNodeGetsOfTheOther() {
        Spoken spoken = explain("--edge", "5,6", "--backward", "--json");
        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.json().get("example").asString()).contains(" gets of node Member 7");
        for (JsonNode term : spoken.json().get("terms")) {
            boolean number = term.get("value").isNumber();
            assertThat(number || term.toString().contains("Member 7 (n7)"))
                    .as(term.toString())
                    .isTrue();
        }
    }

    @Test
    void aPairIsExplainedWhereEdgesAreAskedFor() {
        Spoken spoken =
                explain(
                        "--set",
                        "task.kind=held-out-edges",
                        "--set",
                        "learner.kind=full-batch",
                        "--edge",
                        "5,6",
                        "--json");
        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.json().get("example").asString()).endsWith("which an edge joins");
        assertThat(spoken.json().get("engineGap").asDouble()).isLessThan(1e-9);
    }

    @Test
    void aRunIsExplainedAtItsOwnTheta() {
        Spoken run =
                Spoken.by(
                        Main.commandLine(),
                        folder,
                        "run",
                        KARATE,
                        "--out",
                        "run",
                        "--set",
                        "budget.steps=2",
                        "--set",
                        "budget.testTasks=2");
        assertThat(run.code()).as(run.err()).isZero();
        Spoken spoken =
                Spoken.by(Main.commandLine(), folder, "explain", "run", "--node", "5", "--json");
        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.json().get("theta").asString()).isEqualTo("of the run");
        Spoken untrained =
                Spoken.by(Main.commandLine(), folder, "explain", KARATE, "--node", "5", "--json");
        assertThat(untrained.json().get("terms")).isNotEqualTo(spoken.json().get("terms"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--node=nobody | give a name or an id such as",
                "--node=5 --layer=3 | give 1 to 2",
                "--node=5 --episode=-1 | at least 0",
                "--node=5 --blanks | --html",
                "--node=5 --json --html=x.html | exclude each other",
                "--node=5 --graph=0 | give one of them",
                "--layer=1 | give one of them",
                "--inner --node=5 | give one of them",
                "--inner --layer=1 | leave it out",
                "--node=5 --slice=after | add --inner",
                "--inner --slice=query --html=x.html | leave --html out",
                "--graph=7 | give 0 to 0",
                "--edge=5 | two nodes with a comma",
            })
    void whatCannotBeIsSaidInOneLine(String options, String said) {
        Spoken spoken = explain(options.split(" ", -1));
        assertThat(spoken.code()).isEqualTo(CommandLineRunner.BAD_INPUT);
        assertThat(spoken.complaints()).hasSize(1);
        assertThat(spoken.err()).contains(said);
    }
}
