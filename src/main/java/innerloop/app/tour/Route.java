package innerloop.app.tour;

import innerloop.app.drive.WindowSize;
import java.nio.file.Path;
import java.util.List;

/// Where a tour goes.
///
/// @param out the folder for pictures
/// @param sizes the sizes that every screen is seen at; what is done between is done at the last
/// @param parts what is walked through
/// @param brief whether runs are short and nothing is waited for that only makes pictures better
/// @param scale how large everything is shown, a share of the usual size
/// @param texts whether only texts are looked at and no pictures are taken
record Route(
        Path out,
        List<WindowSize> sizes,
        List<Tour.Part> parts,
        double scale,
        boolean brief,
        boolean texts) {

    Route {
        sizes = List.copyOf(sizes);
        parts = List.copyOf(parts);
    }
}
