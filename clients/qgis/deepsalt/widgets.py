# (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE.
"""Fields to type in that also offer what the server has."""

from __future__ import annotations

from processing.gui.wrappers import DIALOG_MODELER, WidgetWrapper
from qgis.gui import QgsGui
from qgis.PyQt.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from . import network, servers, wps
from .client import Client

_LINES_HEIGHT = 72


class ChoiceWrapper(WidgetWrapper):
    """An editable list of a server's layers or models; what is not in it can be typed.

    With ``many`` it is a text of lines, to which the list adds. In the modeler it is the usual widget, with which a
    value may also come from the model.
    """

    def createWidget(self, choice="", server="", many=False):
        self._modeler = None
        if self.dialogType == DIALOG_MODELER:
            self._modeler = QgsGui.processingGuiRegistry().createModelerParameterWidget(
                self.dialog.model, self.dialog.childId, self.parameterDefinition(), self.dialog.context
            )
            return self._modeler
        offered, problem = [], ""
        try:
            offered = _choices(choice, server)
        except (network.RequestFailed, wps.Refused, ValueError, KeyError) as e:
            problem = str(e)
        return Lines(offered, problem) if many else Line(offered, problem)

    def setValue(self, value):
        if self._modeler is not None:
            self._modeler.setWidgetValue(value)
        else:
            self.widget.setValue(value)

    def value(self):
        return self._modeler.value() if self._modeler is not None else self.widget.value()


class Line(QComboBox):
    """One value, of a list or typed."""

    def __init__(self, offered: list, problem: str):
        super().__init__()
        self.setEditable(True)
        self.addItems(["", *offered])
        self.lineEdit().setPlaceholderText(problem)

    def setValue(self, value):
        self.setEditText("" if value is None else str(value))

    def value(self):
        return self.currentText().strip() or None


class Lines(QWidget):
    """Values one per line, typed or added from a list."""

    def __init__(self, offered: list, problem: str):
        super().__init__()
        self.text = QPlainTextEdit()
        self.text.setMaximumHeight(_LINES_HEIGHT)
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(problem)
        self.list = QComboBox()
        self.list.addItems(["Add one of the server's…", *offered])
        self.list.activated.connect(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        layout.addWidget(self.list)

    def _add(self, index: int):
        if index > 0:
            self.setValue([*self.text.toPlainText().splitlines(), self.list.itemText(index)])
            self.list.setCurrentIndex(0)

    def setValue(self, value):
        lines = value if isinstance(value, (list, tuple)) else str(value or "").splitlines()
        self.text.setPlainText("\n".join(str(line) for line in lines if str(line).strip()))

    def value(self):
        return self.text.toPlainText().strip() or None


def _choices(choice: str, slug: str) -> list:
    for server in servers.load():
        if server.slug == slug:
            return Client(server).layers() if choice == "layers" else Client(server).models()
    return []
