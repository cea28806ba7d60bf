package innerloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The worked examples of docs/architecture.md: an encoder, a learner and a task are added by their own file and the lines
/// below, nothing else, and then work in file, recipe, checks, run and export.
class WorkedExamplesTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Path EXAMPLE = Path.of("src/test/example");

    /// A place in a source or text file that an addition touches.
    ///
    /// @param file below src/main
    /// @param there stands there once
    /// @param then stands there afterwards
    private record Touch(String file, String there, String then) {}

    private static final List<Touch> ENCODER =
            List.of(
                    new Touch("java/innerloop/nn/Encoder.java", "Sgc, Mlp {", "Sgc, Mlp, Blend {"),
                    new Touch(
                            "java/innerloop/experiment/kinds/EncoderKinds.java",
                            "encoder(\"mlp\", Mlp.class, Mlp::defaults)",
                            """
                            encoder("mlp", Mlp.class, Mlp::defaults),
                            encoder(
                                    "blend",
                                    innerloop.nn.Blend.class,
                                    innerloop.nn.Blend::defaults,
                                    share(
                                            "own",
                                            innerloop.nn.Blend::own,
                                            innerloop.nn.Blend::withOwn))\
                            """),
                    new Touch(
                            "resources/innerloop/messages.properties",
                            "option.encoder.kind.mlp = MLP\n",
                            """
                            option.encoder.kind.mlp = MLP
                            option.encoder.kind.blend = Blend
                            recipe.encoder.own.label = own
                            recipe.encoder.own.why = How much a node counts beside its neighbours.
                            """));

    private static final List<Touch> LEARNER =
            List.of(
                    new Touch(
                            "java/innerloop/meta/MetaLearner.java",
                            "permits Maml, Reptile, FineTune, Pretrain {",
                            "permits Maml, Reptile, FineTune, Pretrain, Joint {"),
                    new Touch(
                            "java/innerloop/meta/MetaLearner.java",
                            "permits WithMetaGradient, Pretrain {",
                            "permits WithMetaGradient, Pretrain, Joint {"),
                    new Touch(
                            "java/innerloop/experiment/kinds/LearnerKinds.java",
                            "learner(\"fine-tune\", FineTune.class, FineTune::defaults),",
                            """
                            learner("fine-tune", FineTune.class, FineTune::defaults),
                            learner(
                                    "joint",
                                    innerloop.meta.Joint.class,
                                    innerloop.meta.Joint::defaults),
                            """),
                    new Touch(
                            "resources/innerloop/messages.properties",
                            "option.learner.kind.maml = MAML\n",
                            """
                            option.learner.kind.maml = MAML
                            option.learner.kind.joint = Joint training
                            document.learner.joint = joint training
                            """));

    private static final List<Touch> TASK =
            List.of(
                    new Touch(
                            "java/innerloop/task/Classification.java",
                            "permits NodeClassification, GraphClassification {",
                            "permits NodeClassification, GraphClassification, HubDetection {"),
                    new Touch(
                            "java/innerloop/experiment/kinds/TaskKinds.java",
                            "List.of(\n                    task(\n",
                            """
                            List.of(
                                    task(
                                            "hub-detection",
                                            innerloop.task.HubDetection.class,
                                            innerloop.task.HubDetection::defaults,
                                            OF_CLASSES),
                                    task(
                            """),
                    new Touch(
                            "resources/innerloop/messages.properties",
                            "option.task.kind.node-classification = Node classification\n",
                            """
                            option.task.kind.node-classification = Node classification
                            option.task.kind.hub-detection = Hub detection
                            """));

    @TempDir private Path folder;

    @Test
    void anEncoderALearnerAndATaskAreAddedByTheirFilesAndARowEach() throws Exception {
        Path sources = folder.resolve("sources");
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<Path> changed = new ArrayList<>();
        Stream.of(ENCODER, LEARNER, TASK)
                .flatMap(List::stream)
                .forEach(touch -> apply(touch, sources, changed));
        compile(changed, classes);
        Path resources = sources.resolve("resources");
        Path work = Files.createDirectories(folder.resolve("work"));
        Files.copy(Path.of("sample-graphs/karate.graphml"), work.resolve("graph.graphml"));

        List<String> seen = walk(List.of(classes, resources), work);

        assertThat(seen.get(0))
                .contains("\"kind\" : \"hub-detection\"")
                .contains("\"kind\" : \"blend\"")
                .contains("\"own\" : 0.75")
                .contains("\"kind\" : \"joint\"");
        assertThat(seen.get(1)).isEqualTo("0.75");
        assertThat(seen.get(2)).contains("joint training").contains("Blend");
        assertThat(seen.get(3)).isEqualTo("0 complaints");
        assertThat(seen.get(4)).startsWith("exit 0").contains("on the same episodes");
        assertThat(seen.get(5)).startsWith("exit 0");
        assertThat(work.resolve("parameters.npz")).isNotEmptyFile();
        assertThat(seen.get(6)).startsWith("exit 2").contains("did you mean \"own\"?");
    }

    private static void apply(Touch touch, Path sources, List<Path> changed) {
        try {
            Path copy = sources.resolve(touch.file());
            Path from = Files.exists(copy) ? copy : MAIN.resolve(touch.file());
            String text = Files.readString(from);
            assertThat(text.split(java.util.regex.Pattern.quote(touch.there()), -1))
                    .as("places in %s that read %s", touch.file(), touch.there())
                    .hasSize(2);
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            Files.writeString(copy, text.replace(touch.there(), touch.then()));
            if (touch.file().endsWith(".java") && !changed.contains(copy)) {
                changed.add(copy);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void compile(List<Path> changed, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> files = new ArrayList<>(changed);
        try (Stream<Path> examples = Files.walk(EXAMPLE)) {
            examples.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
        }
        StringWriter complaints = new StringWriter();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled =
                    compiler.getTask(
                                    complaints,
                                    manager,
                                    null,
                                    List.of("-proc:none", "-d", classes.toString()),
                                    null,
                                    manager.getJavaFileObjectsFromPaths(files))
                            .call();
            assertThat(compiled).as(complaints.toString()).isTrue();
        }
    }

    /// In a class loader of its own, in which the changed classes stand before the others.
    @SuppressWarnings("unchecked") // the classes of strings are those of this loader
    private static List<String> walk(List<Path> first, Path work) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (Path path : first) {
            urls.add(path.toUri().toURL());
        }
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        try (URLClassLoader loader =
                new URLClassLoader(
                        urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            return (List<String>)
                    loader.loadClass("innerloop.app.recipe.ExampleWalk")
                            .getMethod("through", Path.class)
                            .invoke(null, work);
        }
    }
}
