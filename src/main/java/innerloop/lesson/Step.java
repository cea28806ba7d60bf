package innerloop.lesson;

import java.util.List;

/// A step of a lesson.
///
/// @param place of its title
public record Step(Place place, String title, List<Part> parts) {
    public Step {
        parts = List.copyOf(parts);
    }

    /// What has to be done in it.
    public List<Part.Gate> gates() {
        return parts.stream()
                .filter(Part.Gate.class::isInstance)
                .map(Part.Gate.class::cast)
                .toList();
    }
}
