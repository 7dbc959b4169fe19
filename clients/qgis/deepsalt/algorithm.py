# (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE.
"""One process of one server as an algorithm of Processing."""

from __future__ import annotations

import os

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterDestination,
)

from . import inputs, network, results, wps
from .client import PREFIX, Client
from .icon import icon
from .servers import Server

_FILES = {"json": "JSON files (*.json)", "markdown": "Markdown files (*.md)", "text/plain": "Text files (*.txt)"}


class WpsAlgorithm(QgsProcessingAlgorithm):
    """Made from a process's description; runs it in the background of the server."""

    def __init__(self, server: Server, process: wps.Process, prefix: str):
        super().__init__()
        self._server = server
        self._process = process
        self._prefix = prefix
        self._published = ""

    def createInstance(self):
        return WpsAlgorithm(self._server, self._process, self._prefix)

    def name(self):
        return self._prefix + self._process.identifier[len(PREFIX) :].lower()

    def displayName(self):
        return self._process.title or self._process.identifier

    def group(self):
        return self._server.name

    def groupId(self):
        return self._server.slug

    def icon(self):
        return icon()

    def tags(self):
        return ["salinity", "soil", "EnMAP", "hyperspectral", "WPS", self._process.identifier]

    def shortDescription(self):
        return self._process.abstract.split(". ")[0]

    def shortHelpString(self):
        parts = [self._process.abstract, f"Runs on server '{self._server.name}', {self._server.url}."]
        for title, all_of_them in (("Inputs", self._process.inputs), ("Outputs", self._process.outputs)):
            if all_of_them:
                parts.append(title + "\n" + "\n".join(f"{each.name}: {each.abstract}" for each in all_of_them))
        return "\n\n".join(parts)

    def initAlgorithm(self, configuration=None):
        for each in self._process.inputs:
            for parameter in inputs.parameters(each, self._server.slug):
                self.addParameter(parameter)
        for each in self._process.outputs:
            text = inputs.label(each.name, each.title, each.abstract)
            if not each.formats:
                self.addOutput(QgsProcessingOutputString(self._id(each), text))
            elif _is_raster(each):
                self.addParameter(QgsProcessingParameterRasterDestination(self._id(each), text, None, True))
            else:
                self.addParameter(
                    QgsProcessingParameterFileDestination(self._id(each), text, _filter(each), None, True)
                )

    def _id(self, output: wps.Output) -> str:
        """Inputs and outputs share their names here, and do not in WPS."""
        taken = {each.name for each in self._process.inputs}
        return output.name + "_output" if output.name in taken else output.name

    def processAlgorithm(self, parameters, context, feedback):
        self._published = ""
        values = [one for each in self._process.inputs for one in inputs.values(self, each, parameters, context)]
        files = self._files(parameters, context)
        outputs = [
            (each.name, each.formats[0] if each.formats else "")
            for each in self._process.outputs
            if not each.formats or self._id(each) in files
        ]
        try:
            status = Client(self._server).execute(self._process.identifier, values, outputs, feedback)
            if status is None:
                return {}
            return self._fetched(status, files, feedback)
        except (wps.Refused, network.RequestFailed) as e:
            raise QgsProcessingException(str(e)) from e

    def _files(self, parameters, context) -> dict:
        """Where the outputs go that the user wants as files."""
        files = {}
        for each in self._process.outputs:
            if each.formats:
                name = self._id(each)
                path = (
                    self.parameterAsOutputLayer(parameters, name, context)
                    if _is_raster(each)
                    else self.parameterAsFileOutput(parameters, name, context)
                )
                if path:
                    files[name] = path
        return files

    def _fetched(self, status: wps.Status, files: dict, feedback) -> dict:
        found = {}
        for each in self._process.outputs:
            name = self._id(each)
            if not each.formats:
                found[name] = status.literals.get(each.name, "")
            elif name in files:
                if not status.references.get(each.name):
                    raise wps.Refused(f"the server's answer has no address of output '{each.name}'")
                network.download(self._server, status.references[each.name], files[name], feedback)
                found[name] = files[name]
                feedback.pushInfo(f"{each.name}: {files[name]} ({os.path.getsize(files[name])} bytes)")
        self._published = found.get("published", "")
        return found

    def postProcessAlgorithm(self, context, feedback):
        """Styles the raster that is loaded, and shows the layer that the server published."""
        for each in self._process.outputs:
            if _is_raster(each):
                results.style_when_loaded(context)
        if self._published and context.project() is not None:
            results.show_published(self._server, self._published, context, feedback)
        return {}


def _is_raster(output: wps.Output) -> bool:
    return bool(output.formats) and output.formats[0].startswith("image/tiff")


def _filter(output: wps.Output) -> str:
    return next((text for part, text in _FILES.items() if part in output.formats[0]), "All files (*.*)")
