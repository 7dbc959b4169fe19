/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments.real;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** Reconstructions by set of spectra, as Markdown and as a picture of steps along the wavenumbers. */
final class ReconstructionTable {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 460;
    private static final int LEFT = 60;
    private static final int RIGHT = 20;
    private static final int TOP = 50;
    private static final int BOTTOM = 400;
    /** Shares beyond are cut off: the mean of what was learned from would do better. */
    private static final double HIGHEST = 1.2;

    /** Dark2 of ColorBrewer. */
    private static final List<Color> COLOURS =
            List.of(new Color(0x1b9e77), new Color(0xd95f02), new Color(0x7570b3), new Color(0xe7298a));

    private final Map<String, Reconstruction> sets = new LinkedHashMap<>();

    void add(String name, Reconstruction reconstruction) {
        sets.put(name, reconstruction);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("""
                | spectra | number | left out by the components | components beyond the bound \
                | lost of the encoder's input | lost on the whole way |
                |---|---|---|---|---|---|
                """);
        sets.forEach((name, of) -> text.append(String.format(
                Locale.ROOT,
                "| %s | %d | %.1f %% | %.1f %% | %.1f %% | %.1f %% |%n",
                name,
                of.spectra(),
                100 * of.components(),
                100 * of.bounded(),
                100 * of.input(),
                100 * of.whole())));
        text.append("\nLost on the whole way by wavenumbers; in brackets the share of the range in the squares:\n\n")
                .append("| cm-1 | ")
                .append(String.join(" | ", sets.keySet()))
                .append(" |\n|---|")
                .append("---|".repeat(sets.size()))
                .append('\n');
        for (int range = 0; range + 1 < Reconstruction.STARTS.length; range++) {
            int at = range;
            text.append(String.format(
                            Locale.ROOT, "| %.0f to %.0f | ", Reconstruction.STARTS[at], Reconstruction.STARTS[at + 1]))
                    .append(sets.values().stream()
                            .map(of -> String.format(
                                    Locale.ROOT,
                                    "%.1f %% (%.0f)",
                                    100 * of.ranges().get(at),
                                    100 * of.weights().get(at)))
                            .collect(Collectors.joining(" | ")))
                    .append(" |\n");
        }
        return text.toString();
    }

    /** Writes the shares lost along the wavenumbers as a PNG. */
    void draw(Path file) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, WIDTH, HEIGHT);
        drawing.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        drawing.setStroke(new BasicStroke(1));
        drawing.setColor(Color.BLACK);
        drawing.drawString(
                "What an encoder of synthetic mid-infrared spectra loses, as a share of squares around their mean",
                LEFT,
                20);
        axes(drawing);
        drawing.setStroke(new BasicStroke(2));
        int colour = 0;
        for (Map.Entry<String, Reconstruction> set : sets.entrySet()) {
            drawing.setColor(COLOURS.get(colour % COLOURS.size()));
            steps(drawing, set.getValue().ranges());
            drawing.drawString(set.getKey(), LEFT + 200 * colour++, TOP - 12);
        }
        drawing.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private static void axes(Graphics2D drawing) {
        for (double share = 0; share <= HIGHEST + 1e-9; share += 0.2) {
            drawing.setColor(Color.LIGHT_GRAY);
            drawing.drawLine(LEFT, y(share), WIDTH - RIGHT, y(share));
            drawing.setColor(Color.BLACK);
            drawing.drawString(String.format(Locale.ROOT, "%.0f %%", 100 * share), 12, y(share) + 4);
        }
        for (int wavenumber = 1000; wavenumber < 4000; wavenumber += 500) {
            drawing.drawLine(x(wavenumber), BOTTOM, x(wavenumber), BOTTOM + 5);
            drawing.drawString(wavenumber + " cm-1", x(wavenumber) - 25, BOTTOM + 20);
        }
    }

    private static void steps(Graphics2D drawing, List<Double> shares) {
        for (int range = 0; range < shares.size(); range++) {
            int from = x(Reconstruction.STARTS[range]);
            int to = x(Reconstruction.STARTS[range + 1]);
            drawing.drawLine(from, y(shares.get(range)), to, y(shares.get(range)));
            if (range > 0) {
                drawing.drawLine(from, y(shares.get(range - 1)), from, y(shares.get(range)));
            }
        }
    }

    private static int x(double wavenumber) {
        double first = Reconstruction.STARTS[0];
        double last = Reconstruction.STARTS[Reconstruction.STARTS.length - 1];
        return (int) Math.round(LEFT + (WIDTH - LEFT - RIGHT) * (wavenumber - first) / (last - first));
    }

    private static int y(double share) {
        return (int) Math.round(BOTTOM - (BOTTOM - TOP) * Math.min(HIGHEST, share) / HIGHEST);
    }
}
