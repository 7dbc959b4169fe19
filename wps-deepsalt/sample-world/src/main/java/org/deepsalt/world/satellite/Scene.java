/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite;

import org.deepsalt.raster.grid.Grid;
import org.deepsalt.world.land.Composition;
import org.deepsalt.world.land.Landscape;
import org.deepsalt.world.region.Place;
import org.deepsalt.world.region.Region;
import org.deepsalt.world.satellite.ground.BandResponse;
import org.deepsalt.world.satellite.ground.GroundReflectance;
import org.deepsalt.world.satellite.ground.SpectralTable;

/**
 * One synthetic EnMAP scene: each pixel can be asked for alone, in any order. Immutable and thread-safe.
 */
public final class Scene {
    private final Region region;
    private final Place place;
    private final Overpass overpass;
    private final Grid grid;
    private final Landscape landscape;
    private final EnmapBands bands;
    private final Footprint footprint;
    private final Sky sky;
    private final GroundReflectance ground;
    private final SkyEffect skyEffect;
    private final Sensor sensor;

    /**
     * Makes a scene; nothing is computed yet.
     *
     * @param size pixels per side
     * @param seed the region's own, see {@link Region#seed}
     */
    public Scene(Region region, Landscape landscape, int size, long seed) {
        this.region = region;
        place = region.place();
        overpass = new Overpass(region, seed);
        bands = overpass.drifted(EnmapBands.read());
        this.landscape = landscape;
        grid = place.scene(size);
        footprint = new Footprint(size);
        sky = new Sky(overpass, seed, size);
        BandResponse response = new BandResponse(bands.list());
        SpectralTable table = new SpectralTable();
        ground = new GroundReflectance(response, table);
        skyEffect = new SkyEffect(response, table);
        sensor = new Sensor(overpass, bands, response, table, seed, footprint.columns());
    }

    /** The region that the scene shows. */
    public Region region() {
        return region;
    }

    /** Where the region lies on the earth. */
    public Place place() {
        return place;
    }

    /** The pixels in UTM, 30 m each. */
    public Grid grid() {
        return grid;
    }

    /** The ground below. */
    public Landscape landscape() {
        return landscape;
    }

    /** The pass of the satellite that recorded the scene. */
    public Overpass overpass() {
        return overpass;
    }

    /** The bands as the product lists them. */
    public EnmapBands bands() {
        return bands;
    }

    public Footprint footprint() {
        return footprint;
    }

    public Sensor sensor() {
        return sensor;
    }

    /** Whether the sensor saw bare soil in a pixel, with all its bands and without disturbance. */
    public boolean isBareSoil(int column, int row) {
        ScenePixel pixel = pixel(column, row);
        return pixel.isBareSoil() && sensor.deadBands(pixel.detector()).length == 0;
    }

    /** The pixel in a column and row. */
    public ScenePixel pixel(int column, int row) {
        double half = grid.width() / 2.0;
        double x = (column + 0.5 - half) * Place.PIXEL;
        double y = (half - row - 0.5) * Place.PIXEL;
        Composition soil = landscape.soil(x, y);
        return ScenePixelBuilder.builder()
                .x(x)
                .y(y)
                .detector(footprint.contains(x, y) ? footprint.column(x, y) : -1)
                .soil(soil)
                .surface(landscape.surface(x, y, soil))
                .cover(landscape.cover(x, y, soil.ece()))
                .sky(sky.at(x, y))
                .build();
    }

    /**
     * What the product says of a pixel, except in the background.
     *
     * @param into receives the reflectance per band
     */
    public void observe(ScenePixel pixel, double[] into) {
        ground.of(pixel.soil(), pixel.surface(), pixel.cover(), into);
        skyEffect.apply(into, pixel.sky());
        sensor.apply(into, pixel.detector(), pixel.x(), pixel.y());
    }
}
