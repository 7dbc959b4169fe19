# (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE.
"""The group of algorithms that Processing shows."""

from __future__ import annotations

from qgis.core import Qgis, QgsMessageLog, QgsProcessingProvider

from . import network, servers, wps
from .algorithm import WpsAlgorithm
from .client import Client
from .icon import icon


class DeepSaltProvider(QgsProcessingProvider):
    """The processes of every server that the user has set up.

    Those of the first server have the process's name as id, such as ``deepsalt:estimatesalinity``; those of further
    ones begin with the server's name, such as ``deepsalt:agency_estimatesalinity``.
    """

    def __init__(self):
        super().__init__()
        self._problems = []

    def id(self):
        return "deepsalt"

    def name(self):
        return "DeepSalt"

    def longName(self):
        return "DeepSalt soil salinity (WPS)"

    def icon(self):
        return icon()

    def warningMessage(self):
        return "\n".join(self._problems)

    def loadAlgorithms(self):
        self._problems = []
        for index, server in enumerate(servers.load()):
            try:
                for process in Client(server).processes():
                    self.addAlgorithm(WpsAlgorithm(server, process, f"{server.slug}_" if index else ""))
            except (network.RequestFailed, wps.Refused, OSError) as e:
                self._problems.append(str(e))
                QgsMessageLog.logMessage(str(e), "DeepSalt", Qgis.Warning)
