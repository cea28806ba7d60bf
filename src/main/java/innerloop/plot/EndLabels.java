package innerloop.plot;

import innerloop.colour.Colour;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The column of labels right of the frame: each beside the end of its line, moved up or down only
/// as far as its neighbours make it, wrapped so that the column stays narrow.
final class EndLabels {
    private static final double LARGEST_SHARE = 0.26;
    private static final double LEAST_WIDTH = 60;
    private static final double BETWEEN = 2;
    private static final double MOVED = 3;
    private static final double ROOM_FOR_LEADERS = 18;

    /// A label and its height, px.
    record Wish(String label, Colour colour, double y) {}

    private record Placed(Wish wish, List<String> lines, double middle) {
        boolean isMoved() {
            return Math.abs(middle - wish.y()) > MOVED;
        }
    }

    private final List<Placed> placed;
    private final double textWidth;

    private EndLabels(List<Placed> placed, double textWidth) {
        this.placed = placed;
        this.textWidth = textWidth;
    }

    /// Places labels between two heights. If they cannot all stand there, those at the end of the
    /// list give way to a count of them.
    static EndLabels of(
            List<Wish> wishes, double width, double top, double bottom, TextMeasure measure) {
        double limit = Math.max(LEAST_WIDTH, width * LARGEST_SHARE);
        List<Placed> blocks = new ArrayList<>();
        for (Wish wish : wishes) {
            if (!wish.label().isBlank()) {
                blocks.add(block(wish, limit, measure));
            }
        }
        List<Placed> fitting = new ArrayList<>(blocks);
        for (int kept = blocks.size() - 1; kept >= 0 && height(fitting) > bottom - top; kept--) {
            String count = "+" + (blocks.size() - kept) + " …";
            fitting = new ArrayList<>(blocks.subList(0, kept));
            fitting.add(block(new Wish(count, Colour.MUTED, bottom), limit, measure));
        }
        double widest = 0;
        for (Placed block : fitting) {
            for (String line : block.lines()) {
                widest = Math.max(widest, measure.width(line, Lettering.SIZE));
            }
        }
        return new EndLabels(apart(fitting, top, bottom), widest);
    }

    /// How much room the column needs, with its distance from the frame; 0 without labels.
    double width() {
        return placed.isEmpty() ? 0 : indent() + textWidth + Lettering.GAP;
    }

    /// The labels beside a frame, with a thin line to each one that had to move.
    List<Mark> marks(Frame frame) {
        List<Mark> marks = new ArrayList<>();
        double left = frame.right() + indent();
        for (Placed label : placed) {
            if (label.isMoved()) {
                marks.add(
                        new Mark.Polyline(
                                Points.xy(
                                        frame.right() + 3,
                                        label.wish().y(),
                                        frame.right() + 5,
                                        label.wish().y(),
                                        left - 5,
                                        label.middle(),
                                        left - 3,
                                        label.middle()),
                                Stroke.of(label.wish().colour(), 1).withOpacity(0.45)));
            }
            double baseline =
                    label.middle()
                            - (label.lines().size() - 1) * Lettering.LINE / 2
                            + Lettering.MIDDLE;
            for (String line : label.lines()) {
                marks.add(
                        Lettering.text(
                                line, left, baseline, Mark.Anchor.START, label.wish().colour()));
                baseline += Lettering.LINE;
            }
        }
        return marks;
    }

    private double indent() {
        return placed.stream().anyMatch(Placed::isMoved) ? ROOM_FOR_LEADERS : Lettering.GAP;
    }

    private static Placed block(Wish wish, double limit, TextMeasure measure) {
        List<String> lines = Wrapping.balanced(wish.label(), limit, Lettering.SIZE, measure);
        return new Placed(wish, lines, wish.y());
    }

    private static double height(Placed block) {
        return block.lines().size() * Lettering.LINE + BETWEEN;
    }

    private static double height(List<Placed> blocks) {
        return blocks.stream().mapToDouble(EndLabels::height).sum();
    }

    private static List<Placed> apart(List<Placed> blocks, double top, double bottom) {
        List<Placed> sorted = new ArrayList<>(blocks);
        sorted.sort(Comparator.comparingDouble(block -> block.wish().y()));
        double[] heights = sorted.stream().mapToDouble(EndLabels::height).toArray();
        double[] wanted = new double[heights.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = sorted.get(i).wish().y() - heights[i] / 2;
        }
        // Boxes of unequal heights may want to start in another order than they want to be centred.
        for (int i = 1; i < wanted.length; i++) {
            wanted[i] = Math.max(wanted[i], wanted[i - 1]);
        }
        double[] starts = Spread.apart(wanted, heights, top, bottom);
        List<Placed> apart = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            Placed block = sorted.get(i);
            apart.add(new Placed(block.wish(), block.lines(), starts[i] + heights[i] / 2));
        }
        return apart;
    }
}
