# (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE.
"""The servers that a user works with, kept in QGIS's settings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from qgis.core import QgsSettings

_ARRAY = "deepsalt/servers"


@dataclass(frozen=True)
class Server:
    """A GeoServer with the extension, or the demo host.

    ``url`` ends before the service, as in ``http://localhost:8080/geoserver``; ``auth`` is the id of a configuration in
    QGIS's authentication store, empty for none.
    """

    name: str
    url: str
    auth: str = ""

    @property
    def slug(self) -> str:
        """The name as a part of ids and file names."""
        return re.sub(r"[^a-z0-9]+", "_", self.name.lower()).strip("_") or "server"

    def auth_for(self, url: str) -> str:
        """The authentication for an address: credentials go to the server itself and to nobody that it names."""
        own, other = urlsplit(self.url), urlsplit(url)
        return self.auth if (own.scheme, own.netloc) == (other.scheme, other.netloc) else ""


LOCAL = Server("Local", "http://localhost:8080/geoserver")


def load() -> list[Server]:
    """The user's servers in their order; the one of a fresh start on this machine if there are none."""
    settings = QgsSettings()
    servers = []
    for index in range(settings.beginReadArray(_ARRAY)):
        settings.setArrayIndex(index)
        name, url = settings.value("name", ""), settings.value("url", "")
        if name and url:
            servers.append(Server(name, url.rstrip("/"), settings.value("auth", "") or ""))
    settings.endArray()
    return servers or [LOCAL]


def save(servers: list[Server]) -> None:
    settings = QgsSettings()
    settings.remove(_ARRAY)
    settings.beginWriteArray(_ARRAY, len(servers))
    for index, server in enumerate(servers):
        settings.setArrayIndex(index)
        settings.setValue("name", server.name)
        settings.setValue("url", server.url)
        settings.setValue("auth", server.auth)
    settings.endArray()
