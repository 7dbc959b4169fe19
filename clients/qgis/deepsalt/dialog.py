# (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE.
"""The window in which a user says which servers there are."""

from __future__ import annotations

from qgis.gui import QgsAuthConfigSelect
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
)

from . import network, servers, wps
from .client import Client
from .servers import Server


class ServersDialog(QDialog):
    """A list of servers with a form for the chosen one; they are saved when it is accepted."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setWindowTitle("DeepSalt servers")
        self._servers = servers.load()
        self._list = QListWidget()
        self._name, self._url, self._auth = QLineEdit(), QLineEdit(), QgsAuthConfigSelect()
        self._url.setPlaceholderText(servers.LOCAL.url)
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._arrange()
        for server in self._servers:
            self._list.addItem(server.name)
        self._list.currentRowChanged.connect(self._show)
        self._name.textEdited.connect(self._keep)
        self._url.textEdited.connect(self._keep)
        self._auth.selectedConfigIdChanged.connect(self._keep)
        self._list.setCurrentRow(0)

    def _arrange(self):
        form = QFormLayout()
        form.addRow("Name", self._name)
        form.addRow("Address, up to /geoserver", self._url)
        form.addRow("Authentication", self._auth)
        row = QHBoxLayout()
        for text, slot in (("Add", self._add), ("Remove", self._remove), ("Test", self._test)):
            button = QPushButton(text)
            button.clicked.connect(slot)
            row.addWidget(button)
        buttons = QDialogButtonBox(QDialogButtonBox.Ok | QDialogButtonBox.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel("The first server's processes have the plain names."))
        layout.addWidget(self._list)
        layout.addLayout(form)
        layout.addLayout(row)
        layout.addWidget(self._said)
        layout.addWidget(buttons)

    def _show(self, row: int):
        if 0 <= row < len(self._servers):
            server = self._servers[row]
            self._name.setText(server.name)
            self._url.setText(server.url)
            self._auth.blockSignals(True)
            self._auth.setConfigId(server.auth)
            self._auth.blockSignals(False)
            self._said.clear()

    def _keep(self, *ignored):
        row = self._list.currentRow()
        if row >= 0:
            self._servers[row] = Server(
                self._name.text().strip(), self._url.text().strip().rstrip("/"), self._auth.configId()
            )
            self._list.item(row).setText(self._servers[row].name)

    def _add(self):
        self._servers.append(Server(f"Server {len(self._servers) + 1}", servers.LOCAL.url))
        self._list.addItem(self._servers[-1].name)
        self._list.setCurrentRow(len(self._servers) - 1)

    def _remove(self):
        row = self._list.currentRow()
        if row >= 0:
            del self._servers[row]
            self._list.takeItem(row)
            self._show(self._list.currentRow())

    def _test(self):
        row = self._list.currentRow()
        if row < 0:
            return
        try:
            client = Client(self._servers[row])
            client.refresh()
            self._said.setText(f"{len(client.processes())} processes, {len(client.layers())} layers")
        except (network.RequestFailed, wps.Refused, OSError) as e:
            self._said.setText(str(e))

    def accept(self):
        slugs = [server.slug for server in self._servers]
        twice = sorted({slug for slug in slugs if slugs.count(slug) > 1})
        if twice:
            self._said.setText(f"several servers are called {', '.join(twice)}: give each a name of its own")
        elif not all(server.url.startswith(("http://", "https://")) for server in self._servers):
            self._said.setText("an address does not begin with http:// or https://")
        else:
            servers.save(self._servers)
            super().accept()
