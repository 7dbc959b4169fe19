/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms.paint;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.deepsalt.demohost.style.PointSymbolizer;

/** Outlines of the well-known marks around the origin. Stateless. */
public final class Marks {
    private static final int STAR_CORNERS = 10;
    private static final double STAR_INNER = 0.382;
    private static final double BAR = 0.2;

    private Marks() {}

    /** The outline of a symbolizer's mark, in pixels, with its middle at the origin. */
    public static Shape shape(PointSymbolizer symbolizer) {
        double half = symbolizer.size() / 2;
        return switch (symbolizer.shape()) {
            case SQUARE -> new Rectangle2D.Double(-half, -half, 2 * half, 2 * half);
            case CIRCLE -> new Ellipse2D.Double(-half, -half, 2 * half, 2 * half);
            case TRIANGLE -> polygon(3, half, half);
            case STAR -> polygon(STAR_CORNERS, half, half * STAR_INNER);
            case CROSS -> cross(half);
            case X -> AffineTransform.getRotateInstance(Math.PI / 4).createTransformedShape(cross(half));
        };
    }

    /** A polygon with its first corner above; even corners at one distance, odd ones at another. */
    private static Shape polygon(int corners, double even, double odd) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double radius = i % 2 == 0 ? even : odd;
            double x = radius * Math.sin(angle);
            double y = -radius * Math.cos(angle);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }

    private static Shape cross(double half) {
        double bar = half * BAR;
        Area cross = new Area(new Rectangle2D.Double(-half, -bar, 2 * half, 2 * bar));
        cross.add(new Area(new Rectangle2D.Double(-bar, -half, 2 * bar, 2 * half)));
        return cross;
    }
}
