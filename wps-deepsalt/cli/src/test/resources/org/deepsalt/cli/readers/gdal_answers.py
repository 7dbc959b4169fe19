"""What GDAL reads in files: one after the other on standard input, the answers in a binary file.

For each file big-endian: the number of bands, width, height (32 bits; 0 bands where GDAL does not read it), then for each
band its numbers as doubles, scaled, NaN where a mask or a nodata value hides them, then longitude and latitude of the
centres of the first, the last and the middle pixel, NaN where there is no way to them.
"""
import math
import struct
import sys

import numpy
from osgeo import gdal, osr

gdal.UseExceptions()
osr.UseExceptions()
gdal.PushErrorHandler("CPLQuietErrorHandler")
to_degrees = {}


def degrees(data, column, row):
    t = data.GetGeoTransform(can_return_null=True)
    wkt = data.GetProjection()
    if t is None or not wkt:
        return math.nan, math.nan
    if wkt not in to_degrees:
        crs = osr.SpatialReference()
        crs.ImportFromWkt(wkt)
        crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        earth = osr.SpatialReference()
        earth.ImportFromEPSG(4326)
        earth.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        to_degrees[wkt] = osr.CoordinateTransformation(crs, earth)
    x = t[0] + (column + 0.5) * t[1] + (row + 0.5) * t[2]
    y = t[3] + (column + 0.5) * t[4] + (row + 0.5) * t[5]
    return to_degrees[wkt].TransformPoint(x, y)[:2]


def numbers(band):
    # GDAL 3.6 calls signed bytes bytes of a pixel type.
    raw = band.ReadAsArray()
    if band.GetMetadataItem("PIXELTYPE", "IMAGE_STRUCTURE") == "SIGNEDBYTE":
        raw = raw.view(numpy.int8)
    values = raw.astype(numpy.float64)
    scale = 1 if band.GetScale() is None else band.GetScale()
    offset = 0 if band.GetOffset() is None else band.GetOffset()
    values = values * scale + offset
    values[band.GetMaskBand().ReadAsArray() == 0] = math.nan
    return values


def answer(path):
    data = gdal.Open(path)
    arrays = [numbers(data.GetRasterBand(i + 1)) for i in range(data.RasterCount)]
    head = struct.pack(">iii", len(arrays), data.RasterXSize, data.RasterYSize)
    places = []
    last = data.RasterXSize - 1, data.RasterYSize - 1
    for column, row in ((0, 0), last, (last[0] // 2, last[1] // 2)):
        try:
            places.extend(degrees(data, column, row))
        except RuntimeError:
            places.extend((math.nan, math.nan))
    return head + b"".join(a.astype(">f8").tobytes() for a in arrays) + struct.pack(">6d", *places)


with open(sys.argv[1], "wb") as out:
    for line in sys.stdin:
        try:
            out.write(answer(line.rstrip("\n")))
        except (RuntimeError, AttributeError, ValueError):
            out.write(struct.pack(">iii", 0, 0, 0))
