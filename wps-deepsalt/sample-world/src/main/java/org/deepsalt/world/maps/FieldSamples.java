/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.maps;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.awt.geom.Point2D;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deepsalt.world.land.Composition;
import org.deepsalt.world.noise.Hash;
import org.deepsalt.world.noise.Normal;
import org.deepsalt.world.region.Place;
import org.deepsalt.world.region.Region;
import org.deepsalt.world.satellite.Scene;

/**
 * Field campaigns around the day of each scene: points on bare soil that the sensor saw undisturbed. Not thread-safe.
 */
public final class FieldSamples {
    private static final int DAYS_BEFORE = 5;
    private static final int DAYS = 9;

    /** How many random places are tried per sample wanted before a scene counts as too overgrown for more. */
    private static final int ATTEMPTS = 200;

    private static final String SOURCE = "synthetic";

    private final char letter;
    private final boolean named;
    private final List<Sample> samples = new ArrayList<>();

    /**
     * Begins without samples.
     *
     * @param letter first of each identifier
     * @param named whether the samples say from which region and climate they come
     */
    public FieldSamples(char letter, boolean named) {
        this.letter = letter;
        this.named = named;
    }

    /**
     * One sample of the topsoil.
     *
     * @param ece in dS/m
     * @param soc organic carbon in g/kg
     * @param sand in percent
     * @param clay in percent
     */
    @RecordBuilder
    record Sample(
            String id,
            Region region,
            BigDecimal longitude,
            BigDecimal latitude,
            BigDecimal ece,
            BigDecimal soc,
            BigDecimal sand,
            BigDecimal clay,
            LocalDate date) {}

    /**
     * Adds samples of a scene; fewer than wanted where hardly any soil is bare.
     *
     * @param seed the region's own
     */
    public void take(Scene scene, long seed, int wanted) {
        long places = Hash.seed(seed, "field samples");
        int size = scene.grid().width();
        Place.Projection geographic = scene.place().to("EPSG:4326");
        int enough = samples.size() + wanted;
        for (long attempt = 0; samples.size() < enough && attempt < (long) ATTEMPTS * wanted; attempt++) {
            long bits = Hash.cell(places, attempt, 0);
            double across = Hash.uniform(bits) * size;
            double down = Hash.uniform(Hash.mix(bits)) * size;
            if (scene.isBareSoil((int) across, (int) down)) {
                double x = (across - size / 2.0) * Place.PIXEL;
                double y = (size / 2.0 - down) * Place.PIXEL;
                String id = String.format(Locale.ROOT, "%c%05d", letter, samples.size() + 1);
                samples.add(measure(
                        id,
                        scene.region(),
                        geographic.of(x, y),
                        scene.landscape().soil(x, y),
                        bits));
            }
        }
    }

    private static Sample measure(String id, Region region, Point2D.Double degrees, Composition soil, long bits) {
        LocalDate scene = LocalDate.ofInstant(region.overpass(), ZoneOffset.UTC);
        return FieldSamplesSampleBuilder.builder()
                .id(id)
                .region(region)
                .longitude(decimal(degrees.x, 6))
                .latitude(decimal(degrees.y, 6))
                .ece(decimal(soil.ece() * StrictMath.exp(0.05 * error(bits, 1)), 3))
                .soc(decimal(soil.organicCarbon() * StrictMath.exp(0.05 * error(bits, 2)), 2))
                .sand(decimal(Math.max(0, soil.sand() + error(bits, 3)), 1))
                .clay(decimal(Math.max(0, soil.clay() + error(bits, 4)), 1))
                .date(scene.minusDays(DAYS_BEFORE).plusDays(Math.floorMod(Hash.mix(bits + 5), DAYS)))
                .build();
    }

    private static double error(long bits, int purpose) {
        return Normal.of(Hash.mix(bits + purpose));
    }

    private static BigDecimal decimal(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
    }

    public int count() {
        return samples.size();
    }

    /** Writes both files of the samples under a name that they share. */
    public PointFiles write(Path folder, String name) throws IOException {
        PointFiles files = new PointFiles(folder.resolve(name + ".geojson"), folder.resolve(name + ".properties"));
        writeGeoJson(files.geoJson());
        writeProperties(files.properties(), name);
        return files;
    }

    /** Writes points as GeoJSON (RFC 7946: longitude before latitude). */
    private void writeGeoJson(Path file) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(Files.newBufferedWriter(file))) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeArrayFieldStart("features");
            for (Sample sample : samples) {
                writeFeature(json, sample);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void writeFeature(JsonGenerator json, Sample sample) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", sample.id());
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "Point");
        json.writeArrayFieldStart("coordinates");
        json.writeNumber(sample.longitude());
        json.writeNumber(sample.latitude());
        json.writeEndArray();
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeStringField("id", sample.id());
        json.writeNumberField("ece", sample.ece());
        json.writeNumberField("soc", sample.soc());
        json.writeNumberField("sand", sample.sand());
        json.writeNumberField("clay", sample.clay());
        json.writeStringField("date", sample.date().toString());
        json.writeStringField("source", SOURCE);
        if (named) {
            json.writeStringField("region", sample.region().id());
            json.writeStringField("climate", sample.region().climate());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Writes the same points for GeoTools' property data store, which GeoServer serves without an extension. */
    private void writeProperties(Path file, String type) throws IOException {
        try (BufferedWriter text = Files.newBufferedWriter(file, StandardCharsets.ISO_8859_1)) {
            text.write("_=id:String,ece:Double,soc:Double,sand:Double,clay:Double,date:String,source:String,"
                    + (named ? "region:String,climate:String," : "")
                    + "geom:Point:srid=4326\n");
            for (Sample sample : samples) {
                text.write(type + "." + sample.id() + "=" + String.join("|", fields(sample)));
                text.write('\n');
            }
        }
    }

    private List<String> fields(Sample sample) {
        List<String> fields = new ArrayList<>(List.of(
                sample.id(),
                sample.ece().toPlainString(),
                sample.soc().toPlainString(),
                sample.sand().toPlainString(),
                sample.clay().toPlainString(),
                sample.date().toString(),
                SOURCE));
        if (named) {
            fields.add(sample.region().id());
            fields.add(sample.region().climate());
        }
        fields.add("POINT (" + sample.longitude() + " " + sample.latitude() + ")");
        return fields;
    }
}
