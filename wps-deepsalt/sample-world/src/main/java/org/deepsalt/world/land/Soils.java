/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.land;

import java.util.EnumMap;
import java.util.Map;
import org.deepsalt.world.noise.Hash;
import org.deepsalt.world.noise.Noise;
import org.deepsalt.world.noise.Normal;
import org.deepsalt.world.region.Region;

/**
 * The soil of every place: texture, minerals, organic carbon, salinity. Salinity has a field of its own, with
 * correlation over some hundred metres and a fine-grained part, and is only moderately higher in low and clayey places,
 * so that neither the position nor a soil map tells it. Positions in m from the middle of the region. Immutable.
 */
final class Soils {
    private final ParentMaterial parent;
    private final Drainage drainage;
    private final EceLaw law;
    private final Noise texture;
    private final Noise sandiness;
    private final Noise salinity;
    private final Noise salinityDetail;
    private final Noise kaolinite;
    private final Noise smectite;
    private final Noise carbonate;
    private final Noise gypsum;
    private final Noise goethite;
    private final Noise hematite;
    private final Noise carbon;
    private final Noise tone;
    private final Map<Salt, Double> abundance = new EnumMap<>(Salt.class);
    private final Map<Salt, Noise> saltTypes = new EnumMap<>(Salt.class);

    Soils(Region region, long world, Drainage drainage) {
        parent = new ParentMaterial(region);
        law = new EceLaw(region);
        this.drainage = drainage;
        texture = Noise.of(Hash.seed(world, "texture"), 1300, 4, 0.5);
        sandiness = Noise.of(Hash.seed(world, "sandiness"), 1100, 4, 0.5);
        salinity = Noise.of(Hash.seed(world, "salinity"), 1000, 3, 0.55);
        salinityDetail = Noise.of(Hash.seed(world, "salinity detail"), 150, 2, 0.3);
        kaolinite = Noise.of(Hash.seed(world, "kaolinite"), 2600, 2, 0.5);
        smectite = Noise.of(Hash.seed(world, "smectite"), 2200, 2, 0.5);
        carbonate = Noise.of(Hash.seed(world, "carbonate"), 1700, 3, 0.5);
        gypsum = Noise.of(Hash.seed(world, "gypsum"), 1500, 3, 0.5);
        goethite = Noise.of(Hash.seed(world, "goethite"), 1900, 3, 0.5);
        hematite = Noise.of(Hash.seed(world, "hematite"), 2300, 3, 0.5);
        carbon = Noise.of(Hash.seed(world, "organic carbon"), 700, 3, 0.5);
        tone = Noise.of(Hash.seed(world, "tone"), 600, 3, 0.5);
        for (Salt salt : Salt.values()) {
            abundance.put(salt, region.value(salt.name()));
            saltTypes.put(salt, Noise.of(Hash.seed(world, "salt " + salt.name()), 2400, 2, 0.5));
        }
    }

    Composition at(double x, double y) {
        double low = drainage.lowland(x, y);
        double grain = texture.at(x, y);
        Texture fine = texture(x, y, low, grain);
        double sand = fine.sand();
        double clay = fine.clay();
        double score = salinityScore(x, y, low, grain);
        double ece = law.ece(score);
        double lime = parent.carbonateLeast + parent.carbonateRange * square(share(carbonate.at(x, y)));
        double[] clays =
                shares(0.7 * kaolinite.at(x, y) + parent.kaolinite, 0.7 * smectite.at(x, y) + parent.smectite, 0);
        double sheets = 0.009 * clay * (1 - lime);
        double quartz = (parent.quartzInSand * sand + parent.quartzInSilt * (100 - sand - clay)) * (1 - lime);
        return CompositionBuilder.builder()
                .sand(sand)
                .clay(clay)
                .kaolinite(sheets * clays[0])
                .smectite(sheets * clays[1])
                .illite(sheets * clays[2])
                .quartz(quartz)
                .carbonate(lime)
                .gypsum(parent.gypsum * Math.max(0, gypsum.at(x, y) - 0.9))
                .goethite(parent.goethite * StrictMath.exp(0.45 * goethite.at(x, y)))
                .hematite(parent.hematite * StrictMath.exp(0.6 * hematite.at(x, y)))
                .organicCarbon(organicCarbon(x, y, low, score))
                .tone(tone.at(x, y) + parent.tone)
                .ece(ece)
                .salts(salts(x, y, SaltContent.massFraction(ece, clay)))
                .build();
    }

    Texture texture(double x, double y) {
        return texture(x, y, drainage.lowland(x, y), texture.at(x, y));
    }

    private Texture texture(double x, double y, double low, double grain) {
        double heavy = 0.45 * low + Math.sqrt(1 - 0.45 * 0.45) * grain;
        double clay = parent.clayLeast + parent.clayRange * share(heavy + parent.clayShift);
        double coarse = share(-0.5 * heavy + Math.sqrt(0.75) * sandiness.at(x, y));
        return new Texture((100 - clay) * (parent.sandLeast + parent.sandRange * coarse), clay);
    }

    double ece(double x, double y) {
        return law.ece(salinityScore(x, y, drainage.lowland(x, y), texture.at(x, y)));
    }

    /** A standard normal number that ranks the places by salinity. */
    private double salinityScore(double x, double y, double low, double grain) {
        double sum = 0.3 * low + 0.2 * grain + 0.8 * salinity.at(x, y) + 0.35 * salinityDetail.at(x, y);
        return sum / Math.sqrt(square(0.3) + square(0.2) + square(0.8) + square(0.35));
    }

    private double organicCarbon(double x, double y, double low, double score) {
        double logarithm = 0.45 * carbon.at(x, y) + 0.15 * low - 0.1 * score;
        return Math.min(40, parent.carbon * StrictMath.exp(logarithm));
    }

    /** The mass of salt shared out among its kinds, whose proportions vary over kilometres. */
    private Map<Salt, Double> salts(double x, double y, double total) {
        Map<Salt, Double> salts = new EnumMap<>(Salt.class);
        double sum = 0;
        for (Map.Entry<Salt, Noise> type : saltTypes.entrySet()) {
            double weight = StrictMath.exp(
                    abundance.getOrDefault(type.getKey(), 0.0) + type.getValue().at(x, y));
            salts.put(type.getKey(), weight);
            sum += weight;
        }
        double scale = total / sum;
        salts.replaceAll((salt, weight) -> weight * scale);
        return salts;
    }

    private static double[] shares(double... logits) {
        double sum = 0;
        double[] shares = new double[logits.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = StrictMath.exp(logits[i]);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private static double share(double score) {
        return Normal.cdf(score);
    }

    private static double square(double value) {
        return value * value;
    }
}
