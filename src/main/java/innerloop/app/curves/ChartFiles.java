package innerloop.app.curves;

import innerloop.io.AtomicFiles;

/// Takes files: asks a person where to, writes, and says how it went.
@FunctionalInterface
public interface ChartFiles {

    /// Saves one file.
    ///
    /// @param suggested name with ending
    /// @param contents what is written
    void save(String suggested, AtomicFiles.Contents contents);
}
