/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The files that lie beside a raster: world file, .prj, GDAL's .aux.xml and .msk. */
final class SideFiles {
    private final RasterSpec spec;

    SideFiles(RasterSpec spec) {
        this.spec = spec;
    }

    void write(Path file) throws IOException {
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.lastIndexOf('.'));
        double[] t = spec.geoTransform();
        if (spec.place == RasterSpec.Place.WORLD_FILE) {
            String lines = t[1] + "\n0.0\n0.0\n" + t[5] + "\n" + (t[0] + t[1] / 2) + "\n" + (t[3] + t[5] / 2) + "\n";
            Files.writeString(file.resolveSibling(stem + ".tfw"), lines);
        }
        if (spec.prj != null) {
            Files.writeString(file.resolveSibling(stem + ".prj"), spec.prj);
        }
        if (spec.scaleBeside || spec.noDataBeside || spec.place == RasterSpec.Place.AUX) {
            Files.writeString(file.resolveSibling(name + ".aux.xml"), aux(t));
        }
        if (spec.mask == RasterSpec.Mask.BESIDE || spec.mask == RasterSpec.Mask.BESIDE_PER_BAND) {
            Files.write(file.resolveSibling(name + ".msk"), maskBeside());
        }
    }

    private String aux(double[] t) {
        StringBuilder xml = new StringBuilder("<PAMDataset>\n");
        if (spec.place == RasterSpec.Place.AUX) {
            xml.append(
                    String.format(Locale.ROOT, "<GeoTransform>%s,%s,0,%s,0,%s</GeoTransform>", t[0], t[1], t[3], t[5]));
        }
        for (int band = 0; band < spec.bands; band++) {
            xml.append("<PAMRasterBand band=\"").append(band + 1).append("\">");
            xml.append(spec.noDataBeside ? "<NoDataValue>" + spec.noData + "</NoDataValue>" : "");
            if (spec.scaleBeside) {
                xml.append("<Offset>").append(spec.offset[band]).append("</Offset>");
                xml.append("<Scale>").append(spec.scale[band]).append("</Scale>");
            }
            xml.append("</PAMRasterBand>\n");
        }
        return xml.append("</PAMDataset>\n").toString();
    }

    private byte[] maskBeside() {
        boolean perBand = spec.mask == RasterSpec.Mask.BESIDE_PER_BAND;
        int samples = perBand ? spec.bands : 1;
        TiffBytes beside = new TiffBytes(ByteOrder.LITTLE_ENDIAN, false);
        byte[] bytes = new byte[spec.width * spec.height * samples];
        StringBuilder flags = new StringBuilder("<GDALMetadata>");
        for (int i = 0; i < bytes.length; i++) {
            int pixel = i / samples;
            bytes[i] = (byte) (spec.isMasked(i % samples, pixel % spec.width, pixel / spec.width) ? 0 : 255);
        }
        for (int band = 1; band <= spec.bands; band++) {
            flags.append("<Item name=\"INTERNAL_MASK_FLAGS_").append(band).append("\">");
            flags.append(perBand ? 0 : 2).append("</Item>");
        }
        byte[] packed = Packing.pack(Packing.DEFLATE, bytes);
        long at = beside.append(packed);
        int[] bits = new int[samples];
        java.util.Arrays.fill(bits, 8);
        beside.longs(256, spec.width).longs(257, spec.height).shorts(258, bits).shorts(259, Packing.DEFLATE);
        beside.shorts(262, 1).longs(273, at).shorts(277, samples).shorts(278, spec.height);
        beside.longs(279, packed.length).shorts(284, 1);
        if (samples > 1) {
            beside.shorts(338, new int[samples - 1]);
        }
        beside.text(42112, flags.append("</GDALMetadata>").toString());
        beside.endDirectory();
        return beside.bytes();
    }
}
