/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments.real;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/** Figures by row, as Markdown and as a picture of bars. */
final class FigureTable {
    private static final int WIDTH = 900;
    private static final int LEFT = 360;
    private static final int BAR = 14;
    private static final int GAP = 16;
    private static final int MARGIN = 40;
    private static final Color OF_R2 = new Color(0x9ecae1);
    private static final Color OF_AUC = new Color(0x08519c);

    private final Map<String, SoilFigures> rows = new LinkedHashMap<>();

    void add(String row, SoilFigures figures) {
        rows.put(row, figures);
    }

    static String cells(SoilFigures figures) {
        return String.format(
                Locale.ROOT, "%.2f | %.2f | %.2f | %.2f", figures.r2(), figures.rank(), figures.auc1(), figures.auc2());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("""
                | row | R2 | rank correlation | AUC of EC > 1 dS/m | AUC of EC > 2 dS/m |
                |---|---|---|---|---|
                """);
        rows.forEach((row, figures) -> text.append("| ")
                .append(row)
                .append(" | ")
                .append(cells(figures))
                .append(" |\n"));
        return text.toString();
    }

    /** Writes R2 and the area under the curve of 1 dS/m as a PNG. */
    void draw(String title, Path file) throws IOException {
        BufferedImage image =
                new BufferedImage(WIDTH, 2 * MARGIN + rows.size() * (2 * BAR + GAP), BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, image.getWidth(), image.getHeight());
        drawing.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        drawing.setColor(Color.BLACK);
        drawing.drawString(title, GAP, MARGIN / 2);
        int y = MARGIN;
        for (Map.Entry<String, SoilFigures> row : rows.entrySet()) {
            drawing.setColor(Color.BLACK);
            drawing.drawString(row.getKey(), GAP, y + BAR);
            bar(drawing, y, row.getValue().r2(), OF_R2, "R2");
            bar(drawing, y + BAR, row.getValue().auc1(), OF_AUC, "AUC > 1 dS/m");
            y += 2 * BAR + GAP;
        }
        drawing.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private static void bar(Graphics2D drawing, int y, double share, Color colour, String name) {
        int length = (int) Math.round(Math.max(0, share) * (WIDTH - LEFT - 150));
        drawing.setColor(colour);
        drawing.fillRect(LEFT, y, length, BAR - 2);
        drawing.setColor(Color.BLACK);
        drawing.drawString(String.format(Locale.ROOT, "%.2f %s", share, name), LEFT + length + 6, y + BAR - 3);
    }
}
