/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.RegularFile;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.raster.geotiff.tags.CrsKeys;
import org.deepsalt.raster.geotiff.tags.PlaceTags;
import org.deepsalt.raster.geotiff.tags.TiffDirectory;
import org.deepsalt.raster.geotiff.tags.TiffTag;
import org.deepsalt.raster.grid.CrsCodes;
import org.deepsalt.raster.grid.Grid;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.EngineeringCRS;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataDecoder;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffMetadata2CRSAdapter;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.util.factory.Hints;
import org.jspecify.annotations.Nullable;

/**
 * Opens GeoTIFFs with GeoTools. What a file says of its own coordinate reference system counts, not what a {@code .prj}
 * beside it says, as in GDAL; one that says nothing takes that of the {@code .prj}. Stateless.
 */
public final class GeoTiffs {
    private static final String REMEDY = "bring the file into another coordinate reference system with GDAL:"
            + " gdalwarp -t_srs EPSG:32612 in.tif out.tif";

    private static final List<String> IMAGES_BESIDE = List.of(".ovr", ".msk", ".msk.ovr");
    private static final List<String> PROJECTION_FILES = List.of(".prj", ".PRJ");
    private static final List<String> WORLD_FILES = List.of(".tfw", ".TFW", ".tifw", ".TIFW", ".wld", ".WLD");

    /** The spellings of nodata values at which GeoTools does not stumble. */
    private static final Pattern READ_NO_DATA = Pattern.compile("\\s*[-+.eE0-9]+\\s*|(?i:nan)");

    private static final int FLOATING_POINT = 3;
    private static final int LARGEST_TEXT = 1 << 16;

    private GeoTiffs() {}

    /**
     * Opens a file, which the caller disposes of.
     *
     * @throws DeepSaltException if GeoTools does not open the file, which it tells in exceptions of many kinds, or it
     *     is in a coordinate reference system that is not read here
     */
    public static GeoTiffReader reader(Path file) {
        TiffDirectory image = TiffFile.open(file).directories().get(0);
        requireSideFiles(file);
        CrsKeys keys = CrsKeys.of(image);
        requirePlace(file, image);
        requireRead(file, keys);
        if (keys.namesCrs() && hasProjectionFile(file)) {
            return reader(file, ownCrs(file, keys));
        }
        try {
            return checked(file, keys, new GeoTiffReader(file.toFile()));
        } catch (DeepSaltException e) {
            throw e;
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
            // A file that opens as soon as nobody asks for its CRS has no other trouble.
            if (keys.namesCrs() && opens(file)) {
                throw notRead(file, keys, e);
            }
            throw notOpened(file, e);
        }
    }

    /**
     * Opens a file whose CRS somebody has declared.
     *
     * @param declared taken instead of what the file says
     */
    public static GeoTiffReader reader(Path file, CoordinateReferenceSystem declared) {
        requirePlace(file, TiffFile.open(file).directories().get(0));
        requireSideFiles(file);
        try {
            return new GeoTiffReader(file.toFile(), new Hints(Hints.DEFAULT_COORDINATE_REFERENCE_SYSTEM, declared));
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
            throw notOpened(file, e);
        }
    }

    /** Whether a file begins as TIFFs do. */
    public static boolean isTiff(Path file) {
        try (InputStream bytes = RegularFile.stream(file)) {
            int first = bytes.read();
            return (first == 'I' || first == 'M') && bytes.read() == first;
        } catch (IOException e) {
            throw new DeepSaltException(
                    "'" + file.getFileName() + "' cannot be read: check the file and its rights", e);
        }
    }

    /**
     * Checks that a reader that a host has opened sees a file as it is.
     *
     * @param seen the CRS that the host's reader gives
     * @throws DeepSaltException if the file says something of its CRS that is not read here, or the {@code .prj} beside
     *     it has won over the file's own
     */
    public static void requireOwnCrs(Path file, CoordinateReferenceSystem seen) {
        CrsKeys keys = CrsKeys.of(TiffFile.open(file).directories().get(0));
        if (keys.passedOver().isPresent()
                && (seen == null || seen.getIdentifiers().isEmpty())) {
            requireRead(file, keys);
        }
        Optional<CoordinateReferenceSystem> beside = keys.namesCrs() ? besideCrs(file) : Optional.empty();
        if (beside.isPresent()
                && CRS.equalsIgnoreMetadata(seen, beside.get())
                && !CRS.equalsIgnoreMetadata(seen, ownCrs(file, keys))) {
            throw new DeepSaltException("'" + file.getFileName() + "' is in " + keys.name()
                    + " by its own word, and the .prj beside it says another coordinate reference system, which the"
                    + " server believes: delete the .prj, or declare the right one in the layer");
        }
    }

    /** GeoTools opens all that it finds beside an image, and waits for a pipe or follows a chain without an end. */
    private static void requireSideFiles(Path file) {
        for (String ending : IMAGES_BESIDE) {
            Path image = file.resolveSibling(file.getFileName() + ending);
            if (Files.exists(image)) {
                TiffFile.open(image);
            }
        }
        Stream.concat(WORLD_FILES.stream(), PROJECTION_FILES.stream())
                .map(ending -> beside(file, ending))
                .filter(Files::exists)
                .forEach(GeoTiffs::requireFile);
    }

    private static void requireFile(Path path) {
        try {
            RegularFile.require(path);
        } catch (NoSuchFileException e) {
            // Gone since it was looked for: what is not there harms nobody.
        }
    }

    private static void requirePlace(Path file, TiffDirectory image) {
        PlaceTags place = PlaceTags.of(image);
        if (place == PlaceTags.GRID || WORLD_FILES.stream().anyMatch(ending -> Files.exists(beside(file, ending)))) {
            return;
        }
        if (place == PlaceTags.CONTROL_POINTS) {
            throw new DeepSaltException(
                    "'" + file.getFileName() + "' is placed by control points alone, wanted an image"
                            + " on a grid: bend it with gdalwarp -order 1 in.tif out.tif");
        }
        if (Files.exists(file.resolveSibling(file.getFileName() + ".aux.xml"))) {
            throw new DeepSaltException("'" + file.getFileName() + "' has no place in its own tags, at most in the"
                    + " .aux.xml beside it, which is not read for that: bring it into the tags with gdal_translate -co"
                    + " PROFILE=GeoTIFF in.tif out.tif");
        }
        throw new DeepSaltException("'" + file.getFileName() + "' has no place on the earth, neither tags nor a world"
                + " file beside it: give it one with gdal_translate -a_ullr WEST NORTH EAST SOUTH in.tif out.tif");
    }

    private static void requireRead(Path file, CrsKeys keys) {
        keys.passedOver().ifPresent(what -> {
            throw new DeepSaltException("'" + file.getFileName() + "' is in " + keys.name() + ", which has " + what
                    + "; this is not read: " + REMEDY);
        });
    }

    private static GeoTiffReader checked(Path file, CrsKeys keys, GeoTiffReader reader) {
        Grid grid = RasterSource.gridOf(reader);
        if (grid.windowOf(grid).isEmpty()) {
            reader.dispose();
            throw new DeepSaltException("'" + file.getFileName() + "' has no place on the earth that can be, its pixels"
                    + " have no size or lie beyond all measure: give it one with gdal_translate -a_ullr WEST NORTH EAST"
                    + " SOUTH in.tif out.tif");
        }
        if (keys.namesCrs() && reader.getCoordinateReferenceSystem() instanceof EngineeringCRS) {
            reader.dispose();
            throw notRead(file, keys, null);
        }
        return reader;
    }

    private static boolean opens(Path file) {
        try {
            new GeoTiffReader(
                            file.toFile(),
                            new Hints(Hints.DEFAULT_COORDINATE_REFERENCE_SYSTEM, DefaultGeographicCRS.WGS84))
                    .dispose();
            return true;
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
            return false;
        }
    }

    private static CoordinateReferenceSystem ownCrs(Path file, CrsKeys keys) {
        GeoTiffReader reader = reader(file, DefaultGeographicCRS.WGS84);
        try {
            GeoTiffIIOMetadataDecoder metadata = reader.getMetadata();
            return new GeoTiffMetadata2CRSAdapter(null).createCoordinateSystem(metadata);
        } catch (Exception | LinkageError | StackOverflowError e) {
            throw notRead(file, keys, e);
        } finally {
            reader.dispose();
        }
    }

    private static boolean hasProjectionFile(Path file) {
        return PROJECTION_FILES.stream().anyMatch(ending -> Files.exists(beside(file, ending)));
    }

    private static Path beside(Path file, String ending) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ending);
    }

    private static Optional<CoordinateReferenceSystem> besideCrs(Path file) {
        for (String ending : PROJECTION_FILES) {
            Path beside = beside(file, ending);
            if (Files.isRegularFile(beside)) {
                try {
                    return Optional.of(
                            CRS.parseWKT(new String(RegularFile.bytes(beside, LARGEST_TEXT), StandardCharsets.UTF_8)));
                } catch (IOException | FactoryException | StackOverflowError e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static DeepSaltException notRead(Path file, CrsKeys keys, @Nullable Throwable cause) {
        CrsCodes.requireDatabase();
        return new DeepSaltException(
                "'" + file.getFileName() + "' is in " + keys.name()
                        + ", a coordinate reference system that is not read here: " + REMEDY,
                cause);
    }

    /** GeoTools stumbles over such files in exceptions of many kinds, which tell users nothing. */
    private static DeepSaltException notOpened(Path file, Throwable cause) {
        String name = file.getFileName().toString();
        TiffDirectory image = TiffFile.open(file).directories().get(0);
        if (image.numberOr(TiffTag.BITS_PER_SAMPLE, 1) == Short.SIZE
                && image.numberOr(TiffTag.SAMPLE_FORMAT, 1) == FLOATING_POINT) {
            return new DeepSaltException(
                    "'" + name + "' holds floats of 16 bits in a way that is not read: convert it, as with"
                            + " gdal_translate -ot Float32 -co NBITS=32 " + name + " converted.tif",
                    cause);
        }
        Optional<String> noData = image.text(TiffTag.GDAL_NODATA)
                .filter(text -> !READ_NO_DATA.matcher(text).matches());
        if (noData.isPresent()) {
            return new DeepSaltException(
                    "'" + name + "' has the nodata value '" + noData.get() + "', which GeoTools does not read: take it"
                            + " away with gdal_edit.py -unsetnodata " + name + " and set it anew",
                    cause);
        }
        return new DeepSaltException(
                "'" + name + "' cannot be opened as GeoTIFF: its tags contradict each other or the standard, as in a"
                        + " damaged file; copy it again",
                cause);
    }
}
