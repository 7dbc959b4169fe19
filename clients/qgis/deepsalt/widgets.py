# (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE.
"""A line to type in that also offers what the server has."""

from __future__ import annotations

from processing.gui.wrappers import DIALOG_MODELER, WidgetWrapper
from qgis.gui import QgsGui
from qgis.PyQt.QtWidgets import QComboBox

from . import network, servers, wps
from .client import Client


class ChoiceWrapper(WidgetWrapper):
    """An editable list of a server's layers or models; what is not in it can be typed.

    In the modeler it is the usual widget, with which a value may also come from the model.
    """

    def createWidget(self, choice="", server=""):
        self._modeler = None
        if self.dialogType == DIALOG_MODELER:
            self._modeler = QgsGui.processingGuiRegistry().createModelerParameterWidget(
                self.dialog.model, self.dialog.childId, self.parameterDefinition(), self.dialog.context
            )
            return self._modeler
        box = QComboBox()
        box.setEditable(True)
        box.addItem("")
        try:
            box.addItems(_choices(choice, server))
        except (network.RequestFailed, wps.Refused, ValueError, KeyError) as e:
            box.lineEdit().setPlaceholderText(str(e))
        return box

    def setValue(self, value):
        if self._modeler is not None:
            self._modeler.setWidgetValue(value)
        else:
            self.widget.setEditText("" if value is None else str(value))

    def value(self):
        if self._modeler is not None:
            return self._modeler.value()
        return self.widget.currentText().strip() or None


def _choices(choice: str, slug: str) -> list:
    for server in servers.load():
        if server.slug == slug:
            return Client(server).layers() if choice == "layers" else Client(server).models()
    return []
