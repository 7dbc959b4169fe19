/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Bars of mean errors, one group per row of a table, one bar per number of labels. */
final class ErrorChart {
    private static final int WIDTH = 900;
    private static final int LEFT = 330;
    private static final int BAR = 14;
    private static final int GAP = 16;
    private static final int MARGIN = 40;

    /** Blues of ColorBrewer, from few labels to many. */
    private static final List<Color> COLOURS =
            List.of(new Color(0x9ecae1), new Color(0x4292c6), new Color(0x08519c), new Color(0x08306b));

    private ErrorChart() {}

    static void write(String title, Map<String, Map<Integer, Double>> errors, Path file) throws IOException {
        int bars = errors.values().stream().mapToInt(Map::size).sum();
        BufferedImage image =
                new BufferedImage(WIDTH, 2 * MARGIN + bars * BAR + errors.size() * GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, image.getWidth(), image.getHeight());
        drawing.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        drawing.setStroke(new BasicStroke(1));
        drawing.setColor(Color.BLACK);
        drawing.drawString(title + ": MAE on seen regions in dS/m (synthetic worlds)", GAP, MARGIN / 2);
        draw(drawing, errors);
        drawing.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private static void draw(Graphics2D drawing, Map<String, Map<Integer, Double>> errors) {
        double most = errors.values().stream()
                .flatMap(row -> row.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        double scale = (WIDTH - LEFT - 150) / most;
        int y = MARGIN;
        for (Map.Entry<String, Map<Integer, Double>> row : errors.entrySet()) {
            drawing.setColor(Color.BLACK);
            drawing.drawString(row.getKey(), GAP, y + BAR - 3);
            int colour = 0;
            for (Map.Entry<Integer, Double> bar : row.getValue().entrySet()) {
                int length = (int) Math.round(bar.getValue() * scale);
                drawing.setColor(COLOURS.get(Math.min(colour++, COLOURS.size() - 1)));
                drawing.fillRect(LEFT, y, length, BAR - 2);
                drawing.setColor(Color.BLACK);
                drawing.drawString(
                        String.format(java.util.Locale.ROOT, "%.2f with %d labels", bar.getValue(), bar.getKey()),
                        LEFT + length + 6,
                        y + BAR - 3);
                y += BAR;
            }
            y += GAP;
        }
    }
}
