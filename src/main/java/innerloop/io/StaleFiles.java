package innerloop.io;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The leftovers of writers that were killed: temporary files and folders of [AtomicFiles] that nobody has written
/// into for an hour. No writer rests that long, whichever program or machine it belongs to.
final class StaleFiles {

    private static final Pattern TEMPORARY = Pattern.compile("\\..+\\.[0-9a-f]{16}\\.tmp");
    private static final Duration RESTED = Duration.ofHours(1);

    /// Each folder is looked through once, so that many small writings cost nothing.
    private static final Set<Path> SEEN = ConcurrentHashMap.newKeySet();

    private StaleFiles() {}

    /// Whether this is the name of one.
    static boolean isOne(String name) {
        return TEMPORARY.matcher(name).matches();
    }

    /// Deletes them from a folder this program has not looked into yet.
    static void clear(Path folder) {
        if (SEEN.add(folder)) {
            clear(folder, Instant.now().minus(RESTED));
        }
    }

    /// Deletes those last written before a moment. What cannot be deleted stays; it harms nobody.
    static void clear(Path folder, Instant before) {
        for (Path stale : stale(folder, before)) {
            try {
                FolderTree.delete(stale);
            } catch (IOException e) {
                // Another program was quicker, or it is another person's.
            }
        }
    }

    private static List<Path> stale(Path folder, Instant before) {
        List<Path> stale = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, ".*.tmp")) {
            for (Path entry : entries) {
                boolean temporary = isOne(String.valueOf(entry.getFileName()));
                if (temporary && newest(entry).isBefore(before)) {
                    stale.add(entry);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // A folder that cannot be listed keeps what it has.
        }
        return stale;
    }

    /// When a file was last written, or a folder or anything in it.
    private static Instant newest(Path entry) throws IOException {
        Instant newest = Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS).toInstant();
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(entry)) {
                for (Path file : files) {
                    Instant written =
                            Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
                    newest = written.isAfter(newest) ? written : newest;
                }
            }
        }
        return newest;
    }
}
