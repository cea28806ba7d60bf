package innerloop;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import innerloop.app.Messages;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.FeatureRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may see whom, each rule with its reason.
class ArchitectureTest {

    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("innerloop");

    private static final int LONGEST_FILE = 400;

    @Test
    void theRulesSeeTheWholeProgram() {
        assertThat(MAIN.contain("innerloop.Main")).isTrue();
        assertThat(MAIN.contain("innerloop.math.VectorKernels")).isTrue();
        assertThat(MAIN.size()).isGreaterThan(200);
    }

    @Test
    void onlyTheWindowSeesJavafx() {
        noClasses()
                .that()
                .resideOutsideOfPackage("innerloop.app..")
                .and()
                .doNotHaveFullyQualifiedName("innerloop.Main")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..")
                .because("the command line and every test of the mathematics run without a window")
                .check(MAIN);
    }

    @Test
    void onlyOnePackageSeesNd4j() {
        noClasses()
                .that()
                .resideOutsideOfPackage("innerloop.math.nd4j")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.nd4j..")
                .because("ND4J loads slowly and has traps that one package guards")
                .check(MAIN);
    }

    @Test
    void onlyKernelsSeeTheVectorModule() {
        noClasses()
                .that()
                .haveNameNotMatching("innerloop\\.math\\.\\w+Kernels")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator.vector..")
                .because("the module is an incubator: when it changes, the kernels change")
                .check(MAIN);
    }

    @Test
    void onlyStreamsAndTheInspectorSeeGraphstream() {
        noClasses()
                .that()
                .resideOutsideOfPackages("innerloop.graph.stream", "innerloop.app.inspect")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.graphstream..")
                .because("the model is our immutable graph; GraphStream is the event side")
                .check(MAIN);
    }

    @Test
    void onlyFormulasSeeJlatexmath() {
        noClasses()
                .that()
                .resideOutsideOfPackage("innerloop.app.formula")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.scilab..")
                .because("it paints for Swing; the window shows the outlines of its glyphs")
                .check(MAIN);
    }

    /// Otherwise an encoder could read what a task asks for.
    @Test
    void featuresComeFromTheExperimentThatKnowsWhatIsAskedFor() {
        for (String method : List.of("apply", "columns", "dominating")) {
            noClasses()
                    .that()
                    .areNotAssignableTo(Experiment.class)
                    .and()
                    .areNotAssignableTo(FeatureRecipe.class)
                    .and()
                    .resideOutsideOfPackage("innerloop.bench..")
                    .should()
                    .callMethodWhere(
                            target(owner(assignableTo(FeatureRecipe.class)))
                                    .and(target(name(method))))
                    .because("Experiment takes the target of a regression out of the features")
                    .check(MAIN);
        }
    }

    @Test
    void viewModelsSeeNoControls() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("what a view shows can then be tested without a window")
                .check(MAIN);
    }

    @Test
    void onlyInputAndOutputSeeFileFormatLibraries() {
        noClasses()
                .that()
                .resideOutsideOfPackages("innerloop.io..", "innerloop.cli..", "innerloop.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "tools.jackson..", "de.siegmar..", "net.razorvine..", "uk.ac.ebi.beam..")
                .because("the document is a value; how it looks in a file is the readers' affair")
                .check(MAIN);
    }

    @Test
    void onlyTheCommandLineComplainsInPlainEnglish() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "innerloop.cli..",
                        "innerloop.bench..",
                        "innerloop.lesson..",
                        "innerloop.app.drive",
                        "innerloop.app.tour",
                        "innerloop.app.bench")
                .should()
                .callConstructor(InputException.class, String.class, String.class, String.class)
                .because("the window says every complaint in its language: it must be a Trouble")
                .check(MAIN);
    }

    @Test
    void theWindowShowsFailuresInItsLanguage() {
        noClasses()
                .that()
                .resideInAPackage("innerloop.app..")
                .and()
                .resideOutsideOfPackages(
                        "innerloop.app.drive", "innerloop.app.tour", "innerloop.app.bench")
                .and()
                .areNotAssignableTo(Messages.class)
                .should()
                .callMethodWhere(
                        target(owner(assignableTo(Throwable.class)))
                                .and(target(name("getMessage"))))
                .because("Messages.of knows what a failure tells")
                .check(MAIN);
    }

    @Test
    void onlyOneClassSeesMarkdown() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("innerloop.lesson.MarkdownReader")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.commonmark..")
                .because("a lesson is a value; how it is written is the reader's affair")
                .check(MAIN);
    }

    @Test
    void anAlgorithmStandsInItsOwnFile() {
        noClasses()
                .that()
                .resideOutsideOfPackages("innerloop.meta", "innerloop.experiment.kinds")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "innerloop\\.meta\\.(Reptile|Prototypical|Pretrain|FineTune)(\\$.*)?")
                .because(
                        "whoever shows or runs a learner asks for its traits, so that another one costs"
                                + " its own file and a row in the table")
                .check(MAIN);
    }

    /// A package's row names every package of ours it may import.
    @ParameterizedTest(name = "{0} imports only {1}")
    @CsvSource({
        "phrase, ''",
        "math, ''",
        "colour, ''",
        "autodiff, math phrase",
        "graph, math phrase",
        "plot, math colour",
        "projection, math",
        "nn, autodiff graph math phrase",
        "episode, nn autodiff graph math phrase",
        "task, episode nn autodiff graph math phrase",
        "meta, task episode nn autodiff graph math phrase",
        "experiment, meta task episode nn autodiff graph math phrase",
        "leakage, experiment meta task episode nn autodiff graph math phrase",
        "checks, leakage experiment meta task episode nn autodiff graph math phrase",
        "scene, plot colour projection graph math",
        "training, checks leakage experiment meta task episode nn autodiff graph math plot projection phrase",
        "microscope, training experiment meta task episode nn graph math phrase",
        "calculus, training experiment meta task episode nn autodiff graph math phrase",
        "io, scene colour calculus microscope training checks leakage experiment meta task episode nn autodiff graph math plot projection phrase",
        "lesson, io calculus microscope training checks leakage experiment meta task episode nn graph math phrase",
        "cli, lesson io colour calculus microscope training checks leakage experiment meta task episode nn graph math phrase",
        "bench, cli io microscope training experiment meta task episode nn graph math plot colour phrase",
    })
    void layersPointDownwards(String name, String below) {
        String self = "innerloop." + name + "..";
        List<String> allowed = new ArrayList<>(List.of(self));
        Stream.of(below.split(" "))
                .filter(s -> !s.isEmpty())
                .forEach(s -> allowed.add("innerloop." + s + ".."));
        noClasses()
                .that()
                .resideInAPackage(self)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("innerloop..")
                                .and(not(resideInAnyPackage(allowed.toArray(String[]::new)))))
                .because("a lower layer must be usable and testable without the ones above it")
                .check(MAIN);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("innerloop.(**)")
                .should()
                .beFreeOfCycles()
                .because("packages in a circle are one package that nobody can read in parts")
                .check(MAIN);
    }

    @Test
    void namesSayWhatAClassIs() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl)")
                .because("such a name fits everything and therefore collects everything")
                .check(MAIN);
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked =
                MAIN.stream()
                        .map(c -> c.getPackage())
                        .distinct()
                        .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName)
                        .sorted()
                        .toList();
        assertThat(unmarked).as("NullAway only looks into packages that are marked").isEmpty();
    }

    @Test
    void noSourceFileIsLong() throws IOException {
        List<String> tooLong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                int lines = Files.readAllLines(file).size();
                if (lines > LONGEST_FILE) {
                    tooLong.add(file + " has " + lines + " lines");
                }
            }
        }
        assertThat(tooLong).as("a class that needs more is more than one class").isEmpty();
    }

    @Test
    void everyPlaceNamesTheSameVersion() throws IOException {
        String version =
                inFile("pom.xml", "<artifactId>innerloop</artifactId>\\s*<version>([^<]+)");
        String experiment = "src/main/java/innerloop/training/RunRecord.java";
        assertThat(inFile(experiment, "VERSION = \"([^\"]+)\"")).isEqualTo(version);
        String cli = "src/main/java/innerloop/cli/CommandLineRunner.java";
        assertThat(inFile(cli, "version = \"Innerloop ([^\"]+)\"")).isEqualTo(version);
    }

    private static String inFile(String file, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
        assertThat(matcher.find()).as(file + " has " + pattern).isTrue();
        return matcher.group(1);
    }
}
