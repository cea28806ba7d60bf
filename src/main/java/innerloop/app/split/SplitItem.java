package innerloop.app.split;

/// A class, region or member graph as a chip shows it.
///
/// @param name its name in the lanes
/// @param title what a person reads
/// @param index of its colour: that of a class in the graph, of a region among the regions; −1 when there is none of
///   this name
/// @param size its nodes
/// @param tooSmall whether an episode could not use it
/// @param isClass whether it is a class
public record SplitItem(
        String name, String title, int index, int size, boolean tooSmall, boolean isClass) {}
