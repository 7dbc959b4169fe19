/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.scene;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.enmap.SpectralBand;
import org.deepsalt.raster.grid.GridPlace;
import org.deepsalt.raster.grid.Window;

/**
 * The spectrum of single pixels of a scene, as the estimation sees them. Thread-safe; does not own the scene.
 */
public final class SpectralProfile {
    private static final MaskReason[] REASONS = MaskReason.values();

    private final Scene scene;
    private final GridPlace place;
    private final PixelReader usable;
    private final int[] all;

    /**
     * The spectrum of a pixel.
     *
     * @param column of the scene, from 0 at the left
     * @param row of the scene, from 0 at the top
     * @param mask why the pixel would have no estimate; {@link MaskReason#NONE} if it would
     * @param reflectances one per band in the order of the scene; NaN where there is no data
     */
    public record Pixel(int column, int row, MaskReason mask, float[] reflectances) {}

    /** Prepares to read, with the thresholds by which pixels count as vegetation and water. */
    public SpectralProfile(Scene scene, MaskRules rules) {
        this.scene = scene;
        this.place = GridPlace.ofDegrees(scene.grid());
        CovariateStack none = new CovariateStack(scene.grid(), List.of());
        this.usable = new PixelReader(scene, none, rules, scene.usableBands(), 0);
        this.all = IntStream.range(0, scene.bands().size()).toArray();
    }

    /**
     * Reads the pixel at a place.
     *
     * @param longitude in WGS 84 degrees
     * @param latitude in WGS 84 degrees
     * @return empty if the place lies outside the scene
     * @throws DeepSaltException if the file cannot be decoded there
     */
    public Optional<Pixel> at(double longitude, double latitude) {
        return place.pixel(longitude, latitude).map(this::read);
    }

    private Pixel read(Window pixel) {
        float[] values = new float[all.length];
        scene.image().read(pixel, all, values);
        MaskReason mask = REASONS[usable.read(pixel).reasons()[0]];
        boolean filled = mask == MaskReason.BACKGROUND && IntStream.of(all).allMatch(i -> !(values[i] != 0));
        for (int i = 0; i < values.length; i++) {
            SpectralBand band = scene.bands().get(i);
            boolean absent = filled || Scene.isNoData(values[i]);
            values[i] = absent ? Float.NaN : values[i] * (float) band.gain() + (float) band.offset();
        }
        return new Pixel(pixel.x(), pixel.y(), mask, values);
    }
}
