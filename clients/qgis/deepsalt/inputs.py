# (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE.
"""A process's inputs as parameters of Processing, and parameters' values as inputs of WPS."""

from __future__ import annotations

import re

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsJsonExporter,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from .wps import Input

WGS84 = "EPSG:4326"
WKT = "application/wkt"
CHOICE_WRAPPER = f"{__package__}.widgets.ChoiceWrapper"
_NUMBERS = {"double", "float", "decimal", "int", "integer", "long", "short"}
_WHOLE = {"int", "integer", "long", "short"}
_LAYER = re.compile(r"(point )?layers?\b|name=layer\b", re.IGNORECASE)
_MODEL = re.compile(r"id of (a|the) (trained )?model", re.IGNORECASE)
_PLACE = re.compile(r"longitude and latitude", re.IGNORECASE)
_DIGITS = 9
_LONG = 70


def label(name: str, title: str, abstract: str) -> str:
    """What a dialog shows: the title if it says more than the name, else the first part of the abstract."""
    if title and title != name:
        return title
    text = re.split(r"[;:.] ", abstract)[0]
    if len(text) > _LONG:
        text = re.sub(r" \([^)]*\)", "", text)
    if len(text) > _LONG:
        text = text.split(",")[0]
    return f"{text[:1].upper()}{text[1:]} [{name}]" if text else name


def parameters(each: Input, server: str) -> list:
    """The parameters that stand for an input: mostly one, an area also as an extent, places also as a layer.

    ``server`` is the slug of the one whose layers and models are offered.
    """
    optional = each.least == 0
    text = label(each.name, each.title, each.abstract)
    if each.formats:
        return _complex(each, text, optional)
    made = _literal(each, text, optional, server)
    made.setHelp(each.abstract)
    if optional and each.default is not None:
        made.setFlags(made.flags() | QgsProcessingParameterDefinition.FlagAdvanced)
    if not _takes_places(each):
        return [made]
    made.setFlags(made.flags() | QgsProcessingParameterDefinition.FlagOptional)
    points = QgsProcessingParameterFeatureSource(
        each.name + "_layer", text + ", from a layer", [QgsProcessing.TypeVectorPoint], None, True
    )
    points.setHelp(each.abstract + "; every point of the layer is one")
    return [made, points]


def _literal(each: Input, text: str, optional: bool, server: str):
    if each.kind == "boolean":
        default = None if each.default is None else each.default.lower() == "true"
        return QgsProcessingParameterBoolean(each.name, text, default, optional)
    if each.choices:
        return QgsProcessingParameterEnum(
            each.name, text, list(each.choices), each.most > 1, each.default, optional, True
        )
    if each.kind in _NUMBERS and each.most == 1:
        whole = each.kind in _WHOLE
        kind = QgsProcessingParameterNumber.Integer if whole else QgsProcessingParameterNumber.Double
        made = QgsProcessingParameterNumber(
            each.name, text, kind, None if each.default is None else float(each.default), optional
        )
        if each.minimum is not None:
            made.setMinimum(each.minimum)
        if each.maximum is not None:
            made.setMaximum(each.maximum)
        return made
    made = QgsProcessingParameterString(
        each.name, text + (", one per line" if each.most > 1 else ""), each.default, each.most > 1, optional
    )
    choice = "layers" if _LAYER.match(each.abstract) else "models" if _MODEL.match(each.abstract) else ""
    if choice:
        offer = {"class": CHOICE_WRAPPER, "choice": choice, "server": server, "many": each.most > 1}
        made.setMetadata({"widget_wrapper": offer})
    return made


def _complex(each: Input, text: str, optional: bool) -> list:
    kinds = [QgsProcessing.TypeVectorPolygon] if WKT in each.formats else [QgsProcessing.TypeVectorAnyGeometry]
    source = QgsProcessingParameterFeatureSource(each.name, text, kinds, None, optional or WKT in each.formats)
    source.setHelp(each.abstract)
    if WKT not in each.formats:
        return [source]
    extent = QgsProcessingParameterExtent(each.name + "_extent", text + ", as an extent", None, True)
    extent.setHelp(each.abstract)
    return [source, extent]


def _takes_places(each: Input) -> bool:
    return not each.formats and each.most > 1 and bool(_PLACE.match(each.abstract))


def values(algorithm, each: Input, given: dict, context) -> list:
    """(name, text, format) of an input, once per repetition; nothing where the user gave nothing."""
    if each.formats:
        found = _geometry(algorithm, each, given, context)
        return [(each.name, *found)] if found else []
    texts = _texts(algorithm, each, given, context)
    if _takes_places(each) and given.get(each.name + "_layer"):
        texts += [f"{point.x():.{_DIGITS}f} {point.y():.{_DIGITS}f}" for point in _points(algorithm, each, given, context)]
    if not texts and each.least > 0:
        raise QgsProcessingException(f"'{each.name}' is not given: {each.abstract}")
    if len(texts) > each.most:
        raise QgsProcessingException(f"'{each.name}' is given {len(texts)} times, the server takes {each.most} at most")
    return [(each.name, text, "") for text in texts]


def _texts(algorithm, each: Input, given: dict, context) -> list:
    value = given.get(each.name)
    if value is None or value == "" or value == []:
        return []
    if each.kind == "boolean":
        return ["true" if algorithm.parameterAsBool(given, each.name, context) else "false"]
    if each.choices and each.most > 1:
        return algorithm.parameterAsEnumStrings(given, each.name, context)
    if each.choices:
        return [algorithm.parameterAsEnumString(given, each.name, context)]
    if isinstance(value, (list, tuple)):
        return [str(one).strip() for one in value if str(one).strip()]
    if each.kind in _NUMBERS and each.most == 1:
        number = algorithm.parameterAsDouble(given, each.name, context)
        return [str(int(number)) if each.kind in _WHOLE else repr(number)]
    text = algorithm.parameterAsString(given, each.name, context)
    return [line.strip() for line in text.splitlines() if line.strip()] if each.most > 1 else [text.strip()]


def _points(algorithm, each: Input, given: dict, context) -> list:
    source = algorithm.parameterAsSource(given, each.name + "_layer", context)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(given, each.name + "_layer"))
    return [vertex for geometry in _geometries(source, context) for vertex in geometry.vertices()]


def _geometry(algorithm, each: Input, given: dict, context):
    source = algorithm.parameterAsSource(given, each.name, context) if given.get(each.name) else None
    if given.get(each.name) and source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(given, each.name))
    if WKT not in each.formats:
        return (_collection(source, context), _json_format(each)) if source else None
    extent = given.get(each.name + "_extent")
    if source is not None and extent:
        raise QgsProcessingException(f"'{each.name}' and '{each.name}_extent' are both given: give one of them")
    if source is not None:
        area = QgsGeometry.unaryUnion(_geometries(source, context))
    elif extent:
        area = algorithm.parameterAsExtentGeometry(given, each.name + "_extent", context, _wgs84())
    else:
        return None
    if area.isEmpty():
        raise QgsProcessingException(f"'{each.name}' has no polygon: choose a layer or a selection with one")
    return area.asWkt(_DIGITS), WKT


def _json_format(each: Input) -> str:
    found = [mime for mime in each.formats if "json" in mime]
    if not found:
        raise QgsProcessingException(f"'{each.name}' is taken as {', '.join(each.formats)}, which this plugin cannot write")
    return found[0]


def _collection(source, context) -> str:
    exporter = QgsJsonExporter(None, _DIGITS)
    exporter.setSourceCrs(source.sourceCrs())
    return exporter.exportFeatures(list(source.getFeatures()))


def _wgs84() -> QgsCoordinateReferenceSystem:
    return QgsCoordinateReferenceSystem(WGS84)


def _geometries(source, context) -> list:
    """Geometries in longitude and latitude."""
    to_degrees = QgsCoordinateTransform(source.sourceCrs(), _wgs84(), context.transformContext())
    found = []
    for feature in source.getFeatures():
        geometry = QgsGeometry(feature.geometry())
        if not geometry.isEmpty():
            geometry.transform(to_degrees)
            found.append(geometry)
    return found
