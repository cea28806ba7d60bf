package innerloop.app.formula;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Collects what is painted as outlines, by colour, instead of painting it.
final class Glyphs extends ShapeGraphics {

    /// As if for a screen without hinting.
    private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);

    private final Map<Color, Path2D> painted = new LinkedHashMap<>();
    private AffineTransform transform = new AffineTransform();
    private RenderingHints hints = new RenderingHints(Map.of());
    private Color colour = new Color(0);
    private Font font = new Font(Font.SERIF, Font.PLAIN, 1);
    private Stroke stroke = new BasicStroke(1);

    /// The outlines of each colour.
    List<Outline.Part> parts(ToIntFunction<Color> mark) {
        List<Outline.Part> parts = new ArrayList<>();
        painted.forEach(
                (with, path) -> parts.add(new Outline.Part(mark.applyAsInt(with), svg(path))));
        return parts;
    }

    private static String svg(Path2D path) {
        StringBuilder svg = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator each = path.getPathIterator(null); !each.isDone(); each.next()) {
            int kind = each.currentSegment(at);
            svg.append("MLQCZ".charAt(kind));
            int numbers =
                    switch (kind) {
                        case PathIterator.SEG_QUADTO -> 4;
                        case PathIterator.SEG_CUBICTO -> 6;
                        case PathIterator.SEG_CLOSE -> 0;
                        default -> 2;
                    };
            for (int k = 0; k < numbers; k++) {
                svg.append(String.format(Locale.ROOT, " %.3f", at[k]));
            }
        }
        return svg.toString();
    }

    @Override
    public void fill(Shape shape) {
        painted.computeIfAbsent(colour, _ -> new Path2D.Double(Path2D.WIND_NON_ZERO))
                .append(transform.createTransformedShape(shape), false);
    }

    @Override
    public void draw(Shape shape) {
        fill(stroke.createStrokedShape(shape));
    }

    @Override
    public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        fill(glyphs.getOutline(x, y));
    }

    @Override
    public void drawString(String text, float x, float y) {
        drawGlyphVector(font.createGlyphVector(UNHINTED, text), x, y);
    }

    @Override
    public void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawLine(int x1, int y1, int x2, int y2) {
        draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void fillRect(int x, int y, int width, int height) {
        fill(new Rectangle(x, y, width, height));
    }

    @Override
    public void translate(int x, int y) {
        transform.translate(x, y);
    }

    @Override
    public void translate(double x, double y) {
        transform.translate(x, y);
    }

    @Override
    public void rotate(double theta) {
        transform.rotate(theta);
    }

    @Override
    public void rotate(double theta, double x, double y) {
        transform.rotate(theta, x, y);
    }

    @Override
    public void scale(double x, double y) {
        transform.scale(x, y);
    }

    @Override
    public void shear(double x, double y) {
        transform.shear(x, y);
    }

    @Override
    public void transform(AffineTransform other) {
        transform.concatenate(other);
    }

    @Override
    public void setTransform(AffineTransform other) {
        transform = new AffineTransform(other);
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform(transform);
    }

    @Override
    public Color getColor() {
        return colour;
    }

    @Override
    public void setColor(@Nullable Color other) {
        colour = Objects.requireNonNullElse(other, colour);
    }

    @Override
    public Paint getPaint() {
        return colour;
    }

    @Override
    public Font getFont() {
        return font;
    }

    @Override
    public void setFont(@Nullable Font other) {
        font = Objects.requireNonNullElse(other, font);
    }

    @Override
    public Stroke getStroke() {
        return stroke;
    }

    @Override
    public void setStroke(Stroke other) {
        stroke = other;
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return UNHINTED;
    }

    @Override
    public RenderingHints getRenderingHints() {
        return hints;
    }

    @Override
    public void setRenderingHints(Map<?, ?> all) {
        hints = new RenderingHints(Map.of());
        hints.putAll(all);
    }

    @Override
    public void addRenderingHints(Map<?, ?> more) {
        hints.putAll(more);
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, Object value) {
        hints.put(key, value);
    }

    @Override
    public @Nullable Object getRenderingHint(RenderingHints.Key key) {
        return hints.get(key);
    }

    @Override
    public void dispose() {}
}
