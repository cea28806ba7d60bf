package innerloop.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No bit of a result shows how wide the vectors were, or whether there were any. The engine is loaded anew for every width,
/// since its width is a constant of its classes; a width that the processor lacks is slow, but gives the same.
@Order(2) // takes long: begins early
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class LaneWidthTest {

    private static Map<String, double[]> oneByOne = Map.of();

    @BeforeAll
    static void withoutVectors() throws Exception {
        oneByOne = digits(0);
    }

    @AfterAll
    static void forget() {
        oneByOne = Map.of();
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void vectorsOfEveryWidthGiveTheBitsOfNumbersOneByOne(int bits) throws Exception {
        Map<String, double[]> inVectors = digits(bits);
        assertThat(inVectors.keySet()).isEqualTo(oneByOne.keySet());
        oneByOne.forEach((operation, expected) ->
                assertThat(Arrays.equals(inVectors.get(operation), expected))
                        .as(
                                "%s: %s and %s",
                                operation,
                                Arrays.toString(inVectors.get(operation)),
                                Arrays.toString(expected))
                        .isTrue());
    }

    @Test
    void theMachinesOwnWidthGivesThemToo() {
        Map<String, double[]> own = KernelDigits.all();
        oneByOne.forEach((operation, expected) ->
                assertThat(own.get(operation)).as(operation).isEqualTo(expected));
    }

    /// [KernelDigits] of an engine with vectors of so many bits.
    @SuppressWarnings("unchecked")
    private static Map<String, double[]> digits(int bits) throws Exception {
        String before = System.getProperty(LaneWidth.PROPERTY);
        System.setProperty(LaneWidth.PROPERTY, Integer.toString(bits));
        try (URLClassLoader loader = new OwnEngine()) {
            Class<?> digits = loader.loadClass(KernelDigits.class.getName());
            assertThat(call(digits, "bits")).isEqualTo(bits);
            return (Map<String, double[]>) call(digits, "all");
        } finally {
            if (before == null) {
                System.clearProperty(LaneWidth.PROPERTY);
            } else {
                System.setProperty(LaneWidth.PROPERTY, before);
            }
        }
    }

    private static Object call(Class<?> of, String name) throws ReflectiveOperationException {
        Method method = of.getDeclaredMethod(name);
        method.setAccessible(true);
        return Objects.requireNonNull(method.invoke(null));
    }

    /// Loads the engine's classes itself, and leaves everything else to the others.
    private static final class OwnEngine extends URLClassLoader {

        OwnEngine() throws IOException {
            super(classPath(), LaneWidthTest.class.getClassLoader());
        }

        private static URL[] classPath() throws MalformedURLException {
            String[] entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
            URL[] urls = new URL[entries.length];
            for (int k = 0; k < urls.length; k++) {
                urls[k] = Path.of(entries[k]).toUri().toURL();
            }
            return urls;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("innerloop.math.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
