package innerloop.plot;

/// Advance widths of Inter Regular in thousandths of an em, from the font's own metrics.
final class InterAdvances {
    private static final int FIRST = ' ';
    private static final int OTHER = 700;
    private static final int FULL = 1000;
    private static final int FIRST_WIDE = 0x2E80;

    private static final int[] ASCII = {
        281, 278, 403, 631, 638, 813, 639, 222, 362, 362, 500, 659, 280, 460, 276, 357, 625, 464,
        605, 636, 642, 608, 624, 571, 616, 624, 276, 280, 659, 659, 659, 507, 936, 676, 651, 727,
        719, 598, 587, 743, 740, 264, 543, 652, 563, 889, 753, 761, 635, 761, 639, 638, 642, 741,
        676, 949, 642, 665, 625, 362, 357, 362, 469, 452, 497, 564, 621, 558, 621, 582, 361, 609,
        591, 237, 237, 544, 237, 869, 585, 597, 609, 609, 372, 523, 364, 581, 557, 813, 540, 557,
        541, 362, 327, 362, 659
    };

    private InterAdvances() {}

    static double width(String text, double size) {
        long sum = text.codePoints().mapToLong(InterAdvances::advance).sum();
        return sum * size / FULL;
    }

    private static int advance(int codePoint) {
        int index = codePoint - FIRST;
        if (index >= 0 && index < ASCII.length) {
            return ASCII[index];
        }
        if (Character.getType(codePoint) == Character.NON_SPACING_MARK) {
            return 0;
        }
        return codePoint >= FIRST_WIDE ? FULL : OTHER;
    }
}
