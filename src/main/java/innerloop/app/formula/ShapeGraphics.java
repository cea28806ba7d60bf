package innerloop.app.formula;

import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;

/// Graphics without images, clips and compositions, which no formula needs: all of these throw.
abstract class ShapeGraphics extends Graphics2D {

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("formulas are made of outlines");
    }

    @Override
    public Graphics create() {
        throw unused();
    }

    @Override
    public void setPaintMode() {
        throw unused();
    }

    @Override
    public void setXORMode(Color other) {
        throw unused();
    }

    @Override
    public FontMetrics getFontMetrics(Font of) {
        throw unused();
    }

    @Override
    public Rectangle getClipBounds() {
        throw unused();
    }

    @Override
    public void clipRect(int x, int y, int width, int height) {
        throw unused();
    }

    @Override
    public void setClip(int x, int y, int width, int height) {
        throw unused();
    }

    @Override
    public Shape getClip() {
        throw unused();
    }

    @Override
    public void setClip(Shape clip) {
        throw unused();
    }

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {
        throw unused();
    }

    @Override
    public void clearRect(int x, int y, int width, int height) {
        throw unused();
    }

    @Override
    public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        throw unused();
    }

    @Override
    public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        throw unused();
    }

    @Override
    public void drawOval(int x, int y, int width, int height) {
        throw unused();
    }

    @Override
    public void fillOval(int x, int y, int width, int height) {
        throw unused();
    }

    @Override
    public void drawArc(int x, int y, int width, int height, int start, int angle) {
        throw unused();
    }

    @Override
    public void fillArc(int x, int y, int width, int height, int start, int angle) {
        throw unused();
    }

    @Override
    public void drawPolyline(int[] xs, int[] ys, int count) {
        throw unused();
    }

    @Override
    public void drawPolygon(int[] xs, int[] ys, int count) {
        throw unused();
    }

    @Override
    public void fillPolygon(int[] xs, int[] ys, int count) {
        throw unused();
    }

    @Override
    public void drawString(AttributedCharacterIterator text, int x, int y) {
        throw unused();
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        throw unused();
    }

    @Override
    public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        throw unused();
    }

    @Override
    public boolean drawImage(
            Image image, int x, int y, int width, int height, ImageObserver observer) {
        throw unused();
    }

    @Override
    public boolean drawImage(Image image, int x, int y, Color background, ImageObserver observer) {
        throw unused();
    }

    @Override
    public boolean drawImage(
            Image image,
            int x,
            int y,
            int width,
            int height,
            Color background,
            ImageObserver observer) {
        throw unused();
    }

    @Override
    public boolean drawImage(
            Image image,
            int toX,
            int toY,
            int toX2,
            int toY2,
            int fromX,
            int fromY,
            int fromX2,
            int fromY2,
            ImageObserver observer) {
        throw unused();
    }

    @Override
    public boolean drawImage(
            Image image,
            int toX,
            int toY,
            int toX2,
            int toY2,
            int fromX,
            int fromY,
            int fromX2,
            int fromY2,
            Color background,
            ImageObserver observer) {
        throw unused();
    }

    @Override
    public boolean drawImage(Image image, AffineTransform at, ImageObserver observer) {
        throw unused();
    }

    @Override
    public void drawImage(BufferedImage image, BufferedImageOp filter, int x, int y) {
        throw unused();
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform at) {
        throw unused();
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform at) {
        throw unused();
    }

    @Override
    public boolean hit(Rectangle of, Shape shape, boolean onStroke) {
        throw unused();
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        throw unused();
    }

    @Override
    public void setComposite(Composite composite) {
        throw unused();
    }

    @Override
    public Composite getComposite() {
        throw unused();
    }

    @Override
    public void setBackground(Color background) {
        throw unused();
    }

    @Override
    public Color getBackground() {
        throw unused();
    }

    @Override
    public void clip(Shape shape) {
        throw unused();
    }

    @Override
    public void setPaint(Paint paint) {
        throw unused();
    }
}
