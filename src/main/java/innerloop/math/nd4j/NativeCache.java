package innerloop.math.nd4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Where JavaCPP unpacks ND4J's native libraries before it loads them.
///
/// Left alone it takes `~/.javacpp/cache`, and if that cannot be written a name in the shared temporary folder that anybody
/// can foresee, and so fill with a library of their own. Here the first must belong to this person alone; otherwise the
/// libraries go into a new folder that only this process knows, and away with it.
final class NativeCache {

    private static final String KEY = "org.bytedeco.javacpp.cachedir";
    private static final Path IN_HOME = Path.of(".javacpp", "cache");

    private NativeCache() {}

    /// Chooses, before ND4J is loaded; what was asked for with the property stays.
    static synchronized void choose() {
        if (System.getProperty(KEY) != null) {
            return;
        }
        Path home = Path.of(System.getProperty("user.home", ""));
        try {
            Path folder = folder(home, System.getProperty("user.name", ""));
            System.setProperty(KEY, folder.toString());
            if (!folder.endsWith(IN_HOME)) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "there is no place for ND4J's libraries, neither in the home folder nor in the"
                            + " temporary one",
                    e);
        }
    }

    /// The cache in this person's home, or a new private folder.
    static Path folder(Path home, String user) throws IOException {
        Path cache = home.resolve(IN_HOME);
        if (home.isAbsolute()) {
            try {
                Files.createDirectories(cache);
                if (isOwn(home.resolve(".javacpp"), user) && isOwn(cache, user)) {
                    return cache;
                }
            } catch (IOException e) {
                // A home that cannot be written.
            }
        }
        return Files.createTempDirectory("innerloop-natives");
    }

    private static boolean isOwn(Path folder, String user) {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            // Windows keeps home folders apart by itself.
            return true;
        }
        try {
            return Files.isWritable(folder)
                    && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName().equals(user)
                    && !Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS)
                            .contains(PosixFilePermission.OTHERS_WRITE);
        } catch (IOException e) {
            return false;
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // A library in use cannot be deleted on Windows.
        }
    }
}
