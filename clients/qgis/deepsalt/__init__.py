# (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE.
"""Soil-salinity maps from EnMAP scenes: the processes of a DeepSalt server in QGIS's Processing toolbox."""


def classFactory(iface):
    """Called by QGIS; ``iface`` is None in ``qgis_process``."""
    from .plugin import DeepSaltPlugin

    return DeepSaltPlugin(iface)
