package innerloop.plot;

import innerloop.colour.Colour;
import java.util.List;

/// A place for a sentence beside a vertical line, left or right of it: of all heights the one inside the frame that the
/// fewest pieces of curve run through, at the ends of the line if they are as free as any.
///
/// @param x where the text is anchored, px
/// @param baseline of the text, px
/// @param anchor START right of the line, END left of it
record FreeCorner(double x, double baseline, Mark.Anchor anchor) {
    private static final double FROM_LINE = 6;
    private static final double HEIGHT = Lettering.LINE + 4;
    private static final double BETWEEN = 4;

    static FreeCorner beside(double line, Frame frame, double width, List<Points> curves) {
        double upper = frame.top() + 2;
        double lower = frame.bottom() - HEIGHT - 2;
        double rightOf = line + FROM_LINE;
        double leftOf = line - FROM_LINE - width;
        FreeCorner best = new FreeCorner(rightOf, upper + Lettering.LINE, Mark.Anchor.START);
        int fewest = Integer.MAX_VALUE;
        for (double top : tops(upper, lower)) {
            for (double left : new double[] {rightOf, leftOf}) {
                Frame box = new Frame(left, top, left + width, top + HEIGHT);
                boolean outside = left < frame.left() || left + width > frame.right();
                int crossed = crossings(box, curves) + (outside ? Integer.MAX_VALUE / 2 : 0);
                if (crossed < fewest) {
                    fewest = crossed;
                    best =
                            left == rightOf
                                    ? new FreeCorner(
                                            rightOf, top + Lettering.LINE, Mark.Anchor.START)
                                    : new FreeCorner(
                                            line - FROM_LINE,
                                            top + Lettering.LINE,
                                            Mark.Anchor.END);
                }
            }
        }
        return best;
    }

    /// Both ends, then what is between them.
    private static double[] tops(double upper, double lower) {
        int between = (int) Math.max(0, (lower - upper) / BETWEEN - 1);
        double[] tops = new double[2 + between];
        tops[0] = upper;
        tops[1] = lower;
        for (int k = 0; k < between; k++) {
            tops[2 + k] = upper + (k + 1) * BETWEEN;
        }
        return tops;
    }

    Mark text(String sentence, Colour colour) {
        return Lettering.withHalo(sentence, x, baseline, anchor, colour);
    }

    /// Counts pieces whose bounding box meets the box: close enough to choose between corners.
    static int crossings(Frame box, List<Points> curves) {
        int count = 0;
        for (Points curve : curves) {
            for (int i = 1; i < curve.size(); i++) {
                if (!curve.isBreak(i)
                        && !curve.isBreak(i - 1)
                        && Math.max(curve.x(i), curve.x(i - 1)) >= box.left()
                        && Math.min(curve.x(i), curve.x(i - 1)) <= box.right()
                        && Math.max(curve.y(i), curve.y(i - 1)) >= box.top()
                        && Math.min(curve.y(i), curve.y(i - 1)) <= box.bottom()) {
                    count++;
                }
            }
        }
        return count;
    }
}
