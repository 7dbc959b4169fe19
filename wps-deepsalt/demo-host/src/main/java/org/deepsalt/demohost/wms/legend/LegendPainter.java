/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms.legend;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.deepsalt.demohost.style.ColorMap;
import org.deepsalt.demohost.style.MapStyle.StyleRule;
import org.deepsalt.demohost.style.PointSymbolizer;
import org.deepsalt.demohost.style.RasterSymbolizer;
import org.deepsalt.demohost.wms.paint.Canvas;
import org.deepsalt.demohost.wms.paint.Drawing;
import org.deepsalt.demohost.wms.paint.Marks;
import org.deepsalt.demohost.wms.paint.PointPainter;
import org.jspecify.annotations.Nullable;

/**
 * Draws a legend: the style's title, below it one line per colour or mark. The lines of a ramp touch each other and
 * blend as the colours of the map do, the greatest value above. One per legend; not thread-safe.
 */
public final class LegendPainter {
    /** Pixels along the side of a swatch where a request does not say. */
    public static final int SWATCH = 20;

    private static final int MARGIN = 6;
    private static final int GAP = 4;
    private static final int TEXT_GAP = 8;
    private static final float[] STOPS = {0, 0.5f, 1};
    private static final Color INK = new Color(0x222222);
    private static final Color FRAME = new Color(0x80808080, true);
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 12);
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    /**
     * A line.
     *
     * @param colors with alpha at the upper edge of the swatch, in its middle and at its lower edge
     * @param mark drawn instead of colours, null for none
     */
    private record Line(int @Nullable [] colors, @Nullable PointSymbolizer mark, String label) {}

    private final String title;
    private final boolean joined;
    private final int swatchWidth;
    private final int swatchHeight;
    private final List<Line> lines = new ArrayList<>();

    /**
     * Prepares a legend.
     *
     * @param swatchWidth in pixels
     * @param swatchHeight in pixels
     */
    public LegendPainter(Drawing drawing, int swatchWidth, int swatchHeight) {
        this.title = drawing.style().title();
        this.swatchWidth = swatchWidth;
        this.swatchHeight = swatchHeight;
        this.joined = drawing.style()
                .raster()
                .map(RasterSymbolizer::colorMap)
                .filter(map -> map.type() == ColorMap.Type.RAMP)
                .isPresent();
        for (StyleRule rule : drawing.style().rules()) {
            if (rule.symbolizer() instanceof PointSymbolizer point) {
                lines.add(new Line(null, point, rule.title()));
            } else if (rule.symbolizer() instanceof RasterSymbolizer raster) {
                addLines(raster, drawing);
            }
        }
    }

    private void addLines(RasterSymbolizer raster, Drawing drawing) {
        if (raster.colorMap() != null) {
            List<Line> mapped = mapped(raster.colorMap(), raster.opacity());
            if (joined) {
                Collections.reverse(mapped);
            }
            lines.addAll(mapped);
        } else if (raster.channels().size() == 3) {
            int[] colors = {0xFFFF0000, 0xFF00C000, 0xFF0000FF};
            for (int i = 0; i < colors.length; i++) {
                String band = raster.channels().get(i).bandIn(drawing.variables());
                lines.add(new Line(new int[] {colors[i], colors[i], colors[i]}, null, "band " + band));
            }
        }
    }

    private static List<Line> mapped(ColorMap map, double opacity) {
        List<ColorMap.Entry> entries = map.entries();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            ColorMap.Entry entry = entries.get(i);
            int color = argb(entry, opacity);
            boolean ramp = map.type() == ColorMap.Type.RAMP;
            int top = ramp && i + 1 < entries.size() ? middle(color, argb(entries.get(i + 1), opacity)) : color;
            int bottom = ramp && i > 0 ? middle(color, argb(entries.get(i - 1), opacity)) : color;
            lines.add(new Line(new int[] {top, color, bottom}, null, entry.label()));
        }
        return lines;
    }

    private static int argb(ColorMap.Entry entry, double opacity) {
        return ((int) Math.round(255 * opacity * entry.opacity()) << 24) | entry.rgb();
    }

    private static int middle(int a, int b) {
        int result = 0;
        for (int shift = 0; shift <= 24; shift += 8) {
            int mean = (((a >>> shift) & 0xFF) + ((b >>> shift) & 0xFF)) / 2;
            result |= mean << shift;
        }
        return result;
    }

    /** Width and height of the legend in pixels. */
    public int[] size() {
        Graphics2D graphics = new Canvas(1, 1, 0).graphics();
        try {
            int width = title.isEmpty() ? 0 : graphics.getFontMetrics(TITLE).stringWidth(title);
            FontMetrics label = graphics.getFontMetrics(LABEL);
            for (Line line : lines) {
                width = Math.max(width, swatchWidth + TEXT_GAP + label.stringWidth(line.label()));
            }
            int height = titleHeight(graphics) + lines.size() * pitch();
            return new int[] {width + 2 * MARGIN, height + 2 * MARGIN};
        } finally {
            graphics.dispose();
        }
    }

    private int titleHeight(Graphics2D graphics) {
        return title.isEmpty() ? 0 : graphics.getFontMetrics(TITLE).getHeight() + GAP;
    }

    private int pitch() {
        return joined ? swatchHeight : swatchHeight + GAP;
    }

    /**
     * Paints the legend as large as its entries need.
     *
     * @param background colour with alpha
     */
    public Canvas paint(int background) {
        int[] size = size();
        Canvas canvas = new Canvas(size[0], size[1], background);
        Graphics2D graphics = canvas.graphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            text(
                    graphics,
                    TITLE,
                    title,
                    MARGIN,
                    MARGIN + graphics.getFontMetrics(TITLE).getAscent());
            int y = MARGIN + titleHeight(graphics);
            for (Line line : lines) {
                line(graphics, line, y);
                y += pitch();
            }
        } finally {
            graphics.dispose();
        }
        return canvas;
    }

    private void line(Graphics2D graphics, Line line, int y) {
        if (line.mark() != null) {
            PointPainter.draw(
                    graphics,
                    Marks.shape(line.mark()),
                    line.mark(),
                    MARGIN + swatchWidth / 2.0,
                    y + swatchHeight / 2.0);
        } else {
            swatch(graphics, line, y);
        }
        FontMetrics metrics = graphics.getFontMetrics(LABEL);
        int base = y + (swatchHeight + metrics.getAscent() - metrics.getDescent()) / 2;
        text(graphics, LABEL, line.label(), MARGIN + swatchWidth + TEXT_GAP, base);
    }

    private void swatch(Graphics2D graphics, Line line, int y) {
        Color[] colors = Arrays.stream(line.colors())
                .mapToObj(argb -> new Color(argb, true))
                .toArray(Color[]::new);
        graphics.setPaint(new LinearGradientPaint(0, y, 0, y + (float) swatchHeight, STOPS, colors));
        graphics.fillRect(MARGIN, y, swatchWidth, swatchHeight);
        if (!joined) {
            graphics.setColor(FRAME);
            graphics.drawRect(MARGIN, y, swatchWidth - 1, swatchHeight - 1);
        }
    }

    private static void text(Graphics2D graphics, Font font, String text, int x, int y) {
        graphics.setFont(font);
        graphics.setColor(INK);
        graphics.drawString(text, x, y);
    }
}
