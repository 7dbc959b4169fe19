# (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE.
"""What a server offers, and executions on it."""

from __future__ import annotations

import json
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from qgis.core import QgsApplication

from . import network, wps
from .servers import Server

PREFIX = "deepsalt:"
_LIST_SECONDS = 10
_EXECUTE_SECONDS = 120


class Client:
    """Talks to one server. Not for use by several threads at once."""

    def __init__(self, server: Server):
        self.server = server

    def processes(self) -> list[wps.Process]:
        """The DeepSalt processes, as the server described them when last asked; asks it if it never was."""
        kept = self._kept()
        if not kept.is_file():
            self.refresh()
        return wps.descriptions(kept.read_bytes())

    def refresh(self) -> None:
        """Asks the server for its processes and keeps the answer beside the user's settings."""
        names = wps.identifiers(self._get("wps", service="WPS", request="GetCapabilities", version="1.0.0"))
        ours = [name for name in names if name.startswith(PREFIX)]
        if not ours:
            raise wps.Refused(f"server '{self.server.name}' has no DeepSalt processes: is the extension installed there?")
        body = self._get("wps", service="WPS", request="DescribeProcess", version="1.0.0", identifier=",".join(ours))
        wps.descriptions(body)
        kept = self._kept()
        kept.parent.mkdir(parents=True, exist_ok=True)
        part = kept.with_suffix(".part")
        part.write_bytes(body)
        part.replace(kept)

    def age(self) -> float:
        """Seconds since the server was last asked for its processes."""
        kept = self._kept()
        return time.time() - kept.stat().st_mtime if kept.is_file() else float("inf")

    def layers(self) -> list[str]:
        """Names of the layers that the user may see, in the order of the server's WMS."""
        body = self._get("wms", service="WMS", request="GetCapabilities", version="1.3.0")
        # Styles and the service have names too.
        layers = ElementTree.fromstring(body).iter("{http://www.opengis.net/wms}Layer")
        names = [each.findtext("{http://www.opengis.net/wms}Name") for each in layers]
        return [name for name in names if name]

    def models(self) -> list[str]:
        """Ids of the trained models."""
        body = self._get(
            "wps",
            service="WPS",
            version="1.0.0",
            request="Execute",
            identifier="deepsalt:ListModels",
            RawDataOutput="models",
        )
        if body.lstrip().startswith(b"<"):
            wps.status(body)
        return [model["id"] for model in json.loads(body)]

    def execute(self, identifier: str, values: list, outputs: list, feedback) -> wps.Status | None:
        """Runs a process and waits for it, with progress; None if the user cancelled.

        Texts of refusals and failures are the server's own.
        """
        body = wps.execute(identifier, values, outputs)
        status = wps.status(network.post(self.server, self.server.url + "/wps", body, _EXECUTE_SECONDS, feedback))
        pause, said = 0.3, ""
        while status.state != "ProcessSucceeded":
            if feedback.isCanceled():
                self._dismiss(status.location)
                feedback.pushInfo("cancelled; the server was told to end the execution")
                return None
            if not status.location:
                raise wps.Refused("the server gave no address at which to ask how far the process is")
            feedback.setProgress(status.percent)
            if status.text and status.text != said:
                said = status.text
                feedback.pushInfo(said)
            _sleep(pause, feedback)
            pause = min(2.0, pause * 1.3)
            status = self._status(status.location)
        feedback.setProgress(100)
        return status

    def _status(self, location: str) -> wps.Status:
        """One lost answer is no failed process: it is asked for three times."""
        for attempt in range(3):
            try:
                found = wps.status(network.get(self.server, location, _LIST_SECONDS * 3))
                found.location = found.location or location
                return found
            except network.RequestFailed:
                if attempt == 2:
                    raise
                time.sleep(1)
        raise AssertionError("not reached")

    def _dismiss(self, location: str) -> None:
        ids = [value for key, value in parse_qs(urlsplit(location).query).items() if key.lower() == "executionid"]
        if ids:
            try:
                self._get("wps", service="WPS", version="1.0.0", request="Dismiss", executionId=ids[0][0])
            except network.RequestFailed:
                # The server ends it by itself at its limit of time.
                pass

    def _get(self, endpoint: str, **parameters) -> bytes:
        return network.get(self.server, f"{self.server.url}/{endpoint}?{urlencode(parameters)}", _LIST_SECONDS)

    def _kept(self) -> Path:
        return Path(QgsApplication.qgisSettingsDirPath()) / "deepsalt" / f"{self.server.slug}.xml"


def _sleep(seconds: float, feedback) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and not feedback.isCanceled():
        time.sleep(0.05)
