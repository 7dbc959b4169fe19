# (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE.
"""The plugin's picture."""

from pathlib import Path

from qgis.PyQt.QtGui import QIcon


def icon() -> QIcon:
    return QIcon(str(Path(__file__).parent / "icon.svg"))
