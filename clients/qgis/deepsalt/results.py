# (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE.
"""Results on the map: the raster in its style, the published layer as the server draws it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

from qgis.core import QgsProcessingContext, QgsProcessingLayerPostProcessorInterface, QgsRasterLayer

from .servers import Server

_STYLES = Path(__file__).parent / "styles"


class _Style(QgsProcessingLayerPostProcessorInterface):
    """Gives a raster the style of its first band, where there is one."""

    def postProcessLayer(self, layer, context, feedback):
        style = style_of(layer)
        if style is not None:
            message, loaded = layer.loadNamedStyle(str(style))
            if not loaded:
                feedback.reportError(f"the style {style.name} could not be read: {message}")
            layer.triggerRepaint()


# Processing keeps no reference of its own to what it calls later.
_STYLE = _Style()


def style_of(layer: QgsRasterLayer) -> Path | None:
    """The style for an estimate of ECe; None for every other raster."""
    if not isinstance(layer, QgsRasterLayer) or layer.bandCount() == 0:
        return None
    # Either 'Band 1: ece' or 'ece', by how the file was opened.
    name = layer.bandName(1).split(":")[-1].strip().lower()
    return _STYLES / "ece-classes.qml" if name == "ece" else None


def style_when_loaded(context: QgsProcessingContext) -> None:
    # The values of the dictionary are copies.
    for source in context.layersToLoadOnCompletion():
        context.layerToLoadOnCompletionDetails(source).setPostProcessor(_STYLE)


def show_published(server: Server, name: str, context: QgsProcessingContext, feedback) -> None:
    """Adds a published layer to the map when the algorithm has ended. To be called in the main thread."""
    parameters = {
        "url": f"{server.url}/wms",
        "layers": name,
        "styles": "",
        "format": "image/png",
        "crs": "EPSG:3857",
        "dpiMode": "7",
    }
    if server.auth:
        parameters["authcfg"] = server.auth
    layer = QgsRasterLayer(urlencode(parameters), name, "wms")
    if not layer.isValid():
        feedback.reportError(f"the published layer {name} cannot be shown: {layer.error().summary()}")
        return
    context.temporaryLayerStore().addMapLayer(layer)
    context.addLayerToLoadOnCompletion(
        layer.id(), QgsProcessingContext.LayerDetails(f"{name} ({server.name})", context.project(), name)
    )
