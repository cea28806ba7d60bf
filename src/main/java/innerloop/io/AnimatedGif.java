package innerloop.io;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Pictures one after another as a GIF that plays again and again. All of them share 256 colours: the most frequent ones of the
/// pictures; any other pixel takes the nearest of them.
final class AnimatedGif {

    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final int COLOURS = 256;

    /// Colours are counted by the upper bits of each channel.
    private static final int BITS = 5;

    private static final int CELLS = 1 << (3 * BITS);

    private final int width;
    private final int height;
    private final int[] palette;
    private final short[] indexOfCell = new short[CELLS];

    private AnimatedGif(int width, int height, int[] palette) {
        this.width = width;
        this.height = height;
        this.palette = palette;
        Arrays.fill(indexOfCell, (short) -1);
    }

    /// Writes pictures.
    ///
    /// @param frames opaque ARGB, row after row
    /// @param hundredths how long each is seen, in 1/100 s; the last one longer
    static void write(OutputStream out, List<int[]> frames, int width, int height, int hundredths)
            throws IOException {
        new AnimatedGif(width, height, palette(frames)).write(out, frames, hundredths);
    }

    private static int cell(int argb) {
        int drop = 8 - BITS;
        int mask = (1 << BITS) - 1;
        return ((argb >> (16 + drop)) & mask) << (2 * BITS)
                | ((argb >> (8 + drop)) & mask) << BITS
                | ((argb >> drop) & mask);
    }

    /// The mean colour of each of the cells with the most pixels.
    private static int[] palette(List<int[]> frames) {
        long[] count = new long[CELLS];
        long[][] sum = new long[3][CELLS];
        for (int[] frame : frames) {
            for (int argb : frame) {
                int cell = cell(argb);
                count[cell]++;
                for (int channel = 0; channel < 3; channel++) {
                    sum[channel][cell] += (argb >> (8 * channel)) & 0xFF;
                }
            }
        }
        long[] byCount = new long[CELLS];
        Arrays.setAll(byCount, cell -> cell - (count[cell] << (3 * BITS)));
        Arrays.sort(byCount);
        return Arrays.stream(byCount)
                .limit(COLOURS)
                .mapToInt(key -> (int) (key & (CELLS - 1)))
                .filter(cell -> count[cell] > 0)
                .map(cell -> {
                    int mean = 0;
                    for (int channel = 0; channel < 3; channel++) {
                        mean |=
                                (int) Math.round((double) sum[channel][cell] / count[cell])
                                        << (8 * channel);
                    }
                    return mean;
                })
                .toArray();
    }

    private int index(int argb) {
        int cell = cell(argb);
        if (indexOfCell[cell] < 0) {
            int best = 0;
            int least = Integer.MAX_VALUE;
            for (int k = 0; k < palette.length; k++) {
                int distance = 0;
                for (int shift = 0; shift < 24; shift += 8) {
                    int d = ((argb >> shift) & 0xFF) - ((palette[k] >> shift) & 0xFF);
                    distance += d * d;
                }
                if (distance < least) {
                    least = distance;
                    best = k;
                }
            }
            indexOfCell[cell] = (short) best;
        }
        return indexOfCell[cell];
    }

    private void write(OutputStream out, List<int[]> frames, int hundredths) throws IOException {
        IndexColorModel colours = colours();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int k = 0; k < frames.size(); k++) {
                BufferedImage image =
                        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours);
                int[] frame = frames.get(k);
                byte[] row = new byte[width];
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        row[x] = (byte) index(frame[y * width + x]);
                    }
                    image.getRaster().setDataElements(0, y, width, 1, row);
                }
                IIOMetadata metadata =
                        writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
                boolean last = k == frames.size() - 1;
                describe(metadata, last ? 8 * hundredths : hundredths, k == 0);
                writer.writeToSequence(new IIOImage(image, null, metadata), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    private IndexColorModel colours() {
        byte[][] channels = new byte[3][palette.length];
        for (int k = 0; k < palette.length; k++) {
            channels[0][k] = (byte) (palette[k] >> 16);
            channels[1][k] = (byte) (palette[k] >> 8);
            channels[2][k] = (byte) palette[k];
        }
        return new IndexColorModel(8, palette.length, channels[0], channels[1], channels[2]);
    }

    private static void describe(IIOMetadata metadata, int hundredths, boolean first)
            throws IOException {
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(hundredths));
        if (first) {
            IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            // Sub-block 1, then how often: 0 = for ever.
            loop.setUserObject(new byte[] {1, 0, 0});
            child(root, "ApplicationExtensions").appendChild(loop);
        }
        metadata.setFromTree(FORMAT, root);
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int k = 0; k < root.getLength(); k++) {
            if (root.item(k).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(k);
            }
        }
        IIOMetadataNode made = new IIOMetadataNode(name);
        root.appendChild(made);
        return made;
    }
}
