# (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE.
"""What QGIS loads: the provider, and an entry in the menu where there is one."""

from __future__ import annotations

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsTask
from qgis.PyQt.QtWidgets import QAction

from . import network, servers, wps
from .client import Client
from .icon import icon
from .provider import DeepSaltProvider

_DAY = 24 * 3600


class DeepSaltPlugin:
    """Lives as long as QGIS has the plugin switched on."""

    def __init__(self, iface):
        self._iface = iface
        self._provider = None
        self._action = None
        self._task = None

    def initProcessing(self):
        """Called alone by ``qgis_process``."""
        self._provider = DeepSaltProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self):
        self.initProcessing()
        self._action = QAction(icon(), "DeepSalt servers…", self._iface.mainWindow())
        self._action.triggered.connect(self._edit_servers)
        self._iface.addPluginToMenu("DeepSalt", self._action)
        self._refresh(_DAY)

    def unload(self):
        if self._action is not None:
            self._iface.removePluginMenu("DeepSalt", self._action)
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)

    def _edit_servers(self):
        from .dialog import ServersDialog

        if ServersDialog(self._iface.mainWindow()).exec_():
            self._refresh(0)

    def _refresh(self, older: float):
        """Asks servers for their processes, without anybody waiting for it."""
        stale = [server for server in servers.load() if Client(server).age() >= older]
        if stale:
            self._task = QgsTask.fromFunction("DeepSalt: asking servers", _ask, stale, on_finished=self._asked)
            QgsApplication.taskManager().addTask(self._task)

    def _asked(self, error, problems=None):
        for problem in problems or ([str(error)] if error else []):
            QgsMessageLog.logMessage(problem, "DeepSalt", Qgis.Warning)
        if self._provider is not None:
            self._provider.refreshAlgorithms()


def _ask(task, stale):
    problems = []
    for server in stale:
        try:
            Client(server).refresh()
        except (network.RequestFailed, wps.Refused, OSError) as e:
            problems.append(str(e))
    return problems
