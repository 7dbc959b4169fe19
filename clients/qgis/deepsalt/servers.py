# (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE.
"""The servers that a user works with, kept in QGIS's settings."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from urllib.parse import urlsplit

from qgis.core import QgsSettings

_KEY = "deepsalt/servers"


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
    try:
        entries = json.loads(QgsSettings().value(_KEY, "") or "[]")
        servers = [Server(each["name"], each["url"].rstrip("/"), each.get("auth", "")) for each in entries]
    except (ValueError, KeyError, TypeError, AttributeError):
        # Somebody edited the settings by hand.
        servers = []
    return servers or [LOCAL]


def save(servers: list[Server]) -> None:
    QgsSettings().setValue(_KEY, json.dumps([asdict(each) for each in servers]))
