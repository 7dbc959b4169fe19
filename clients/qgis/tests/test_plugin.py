# (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE.
"""The plugin in a QGIS without a screen, against a server: ``DEEPSALT_URL`` and a model there, ``DEEPSALT_MODEL``.

With ``DEEPSALT_QGIS_ZIP`` it is the plugin of that ZIP, else the one of the source folder.

Run by the contract tests of the demo host; by hand with Debian's QGIS:

    export DEEPSALT_URL=http://localhost:8080/geoserver DEEPSALT_MODEL=sample
    /usr/bin/python3 -m unittest discover clients/qgis/tests
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

PLUGIN = Path(__file__).resolve().parent.parent / "deepsalt"
URL = os.environ["DEEPSALT_URL"]
MODEL = os.environ["DEEPSALT_MODEL"]
HOME = Path(tempfile.mkdtemp(prefix="deepsalt-qgis-"))
PROFILE = HOME / "profiles" / "default"

os.environ.update(QT_QPA_PLATFORM="offscreen", QGIS_CUSTOM_CONFIG_PATH=str(HOME), XDG_RUNTIME_DIR=str(HOME))
HOME.chmod(0o700)
(PROFILE / "QGIS").mkdir(parents=True)
PLUGINS = PROFILE / "python" / "plugins"
PLUGINS.mkdir(parents=True)
if os.environ.get("DEEPSALT_QGIS_ZIP"):
    shutil.unpack_archive(os.environ["DEEPSALT_QGIS_ZIP"], PLUGINS)
else:
    shutil.copytree(PLUGIN, PLUGINS / "deepsalt")
    shutil.copytree(PLUGIN.parents[2] / "styles", PLUGINS / "deepsalt" / "styles")
(PROFILE / "QGIS" / "QGIS3.ini").write_text("[PythonPlugins]\ndeepsalt=true\nprocessing=true\n")
sys.path[:0] = [str(PLUGINS), "/usr/share/qgis/python/plugins"]

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsSettings,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSettings, QSize  # noqa: E402
from qgis.PyQt.QtWidgets import QWidget  # noqa: E402

QgsApplication.setPrefixPath("/usr", True)
QSettings.setDefaultFormat(QSettings.IniFormat)
QSettings.setPath(QSettings.IniFormat, QSettings.UserScope, str(PROFILE))
APPLICATION = QgsApplication([], True, str(PROFILE))
APPLICATION.setOrganizationName("QGIS")
APPLICATION.setApplicationName("QGIS3")
APPLICATION.initQgis()

import processing  # noqa: E402
from processing.core.Processing import Processing  # noqa: E402
from processing.gui.wrappers import WidgetWrapperFactory  # noqa: E402

Processing.initialize()

import deepsalt  # noqa: E402
from deepsalt import inputs, results, servers, wps  # noqa: E402
from deepsalt.dialog import ServersDialog  # noqa: E402

servers.save([servers.Server("Demo", URL), servers.Server("Nobody there", "http://127.0.0.1:9/geoserver")])
QgsSettings().sync()
PLUGIN_OBJECT = deepsalt.classFactory(None)
PLUGIN_OBJECT.initProcessing()

SCENE = {"enmap": "sample:enmap", "model": MODEL, "covariate": ["sample:soil", "sample:climate"]}
NAMES = {
    "describemodel",
    "estimatesalinity",
    "evaluatemodel",
    "importenmapscene",
    "listmodels",
    "publishbatch",
    "salinitystatistics",
    "spectralprofile",
    "trainmodel",
}


def tearDownModule():
    shutil.rmtree(HOME, ignore_errors=True)


class Said(QgsProcessingFeedback):
    """Keeps what an algorithm says, and cancels it when it said something; an empty text is said at once."""

    def __init__(self, cancel_at=None):
        super().__init__(False)
        self.cancel_at, self.info, self.steps = cancel_at, [], []
        self.progressChanged.connect(self.steps.append)

    def pushInfo(self, info):
        self.info.append(info)
        if self.cancel_at is not None and self.cancel_at in info:
            self.cancel()


def algorithm(name):
    return QgsApplication.processingRegistry().algorithmById("deepsalt:" + name)


def path(name):
    return str(HOME / name)


class ProviderTest(unittest.TestCase):
    def test_all_processes_are_algorithms(self):
        provider = QgsApplication.processingRegistry().providerById("deepsalt")
        self.assertEqual({each.name() for each in provider.algorithms()}, NAMES)
        self.assertEqual({each.group() for each in provider.algorithms()}, {"Demo"})
        self.assertIn("Nobody there", provider.warningMessage())

    def test_parameters_come_from_the_description(self):
        found = {each.name(): each for each in algorithm("estimatesalinity").parameterDefinitions()}
        self.assertEqual(found["confidence"].defaultValue(), 0.9)
        self.assertEqual((found["confidence"].minimum(), found["confidence"].maximum()), (0.5, 0.99))
        self.assertEqual(found["maskFlag"].options(), ["INTERPOLATED", "SATURATED", "ARTEFACT"])
        self.assertTrue(found["maskFlag"].allowMultiple())
        self.assertTrue(found["maxNdvi"].flags() & QgsProcessingParameterDefinition.FlagAdvanced)
        self.assertFalse(found["enmap"].flags() & QgsProcessingParameterDefinition.FlagOptional)
        self.assertTrue(found["region"].flags() & QgsProcessingParameterDefinition.FlagOptional)
        self.assertEqual(found["enmap"].metadata()["widget_wrapper"]["choice"], "layers")
        self.assertEqual(found["model"].metadata()["widget_wrapper"]["choice"], "models")
        self.assertTrue(found["covariate"].metadata()["widget_wrapper"]["many"])
        self.assertIn("vegetation", found["maxNdvi"].help())
        self.assertIn("salinity class", algorithm("estimatesalinity").shortHelpString())

    def test_labels_are_short_and_name_the_input(self):
        self.assertEqual(inputs.label("style", "style", "style of the layer; none without it"), "Style of the layer [style]")
        self.assertEqual(inputs.label("a", "A title", "something"), "A title")


class ExecutionTest(unittest.TestCase):
    def run_it(self, name, parameters, feedback=None):
        return processing.run("deepsalt:" + name, parameters, feedback=feedback or Said())

    def test_an_estimation_gives_the_file_that_the_server_made(self):
        said = Said()
        found = self.run_it(
            "estimatesalinity", {**SCENE, "coverage": path("ece.tif"), "report": path("report.json")}, said
        )
        report = json.loads(Path(found["report"]).read_text("utf-8"))
        layer = QgsRasterLayer(found["coverage"], "ece")
        self.assertEqual(layer.bandCount(), 7)
        self.assertEqual((layer.width(), layer.height()), (report["result"]["width"], report["result"]["height"]))
        statistics = layer.dataProvider().bandStatistics(1)
        self.assertEqual(statistics.elementCount, report["pixels"]["estimated"])
        self.assertAlmostEqual(statistics.mean, report["estimate"]["mean"], places=5)
        self.assertEqual(said.steps, sorted(said.steps))
        self.assertEqual(said.steps[-1], 100)
        # A fast server passes through several stages between two questions; one of them is always heard.
        stages = ("waits for its turn", "opening layer", "loading model", "estimating")
        self.assertTrue(any(stage in line for line in said.info for stage in stages), said.info)

    def test_a_region_may_be_a_layer_or_an_extent(self):
        area = QgsVectorLayer("Polygon?crs=EPSG:32612", "area", "memory")
        self.run_it("estimatesalinity", {**SCENE, "coverage": path("whole.tif")})
        scene = QgsRasterLayer(path("whole.tif"), "whole")
        west, north = scene.extent().xMinimum(), scene.extent().yMaximum()
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(
            f"POLYGON(({west} {north}, {west + 1500} {north}, {west + 1500} {north - 1500}, {west} {north - 1500},"
            f" {west} {north}))"
        ))
        area.dataProvider().addFeature(feature)
        by_layer = self.run_it("estimatesalinity", {**SCENE, "region": area, "report": path("layer.json")})
        extent = f"{west},{west + 1500},{north - 1500},{north} [EPSG:32612]"
        by_extent = self.run_it("estimatesalinity", {**SCENE, "region_extent": extent, "report": path("extent.json")})
        counts = [
            json.loads(Path(each["report"]).read_text("utf-8"))["pixels"]["estimated"] for each in (by_layer, by_extent)
        ]
        self.assertEqual(counts[0], counts[1])
        self.assertTrue(0 < counts[0] < 2500, counts)

    def test_points_of_a_layer_become_spectra(self):
        points = QgsVectorLayer("Point?crs=EPSG:4326", "points", "memory")
        for text in ("POINT(-110.1 39.0)", "POINT(-110.11 39.01)"):
            feature = QgsFeature()
            feature.setGeometry(QgsGeometry.fromWkt(text))
            points.dataProvider().addFeature(feature)
        found = self.run_it(
            "spectralprofile", {"enmap": "sample:enmap", "point_layer": points, "profile": path("profile.json")}
        )
        profile = json.loads(Path(found["profile"]).read_text("utf-8"))
        self.assertEqual(len(profile["points"]), 2)

    def test_a_refusal_is_told_in_the_servers_words(self):
        with self.assertRaisesRegex(QgsProcessingException, "there is no layer 'sample:nothing'"):
            self.run_it("estimatesalinity", {**SCENE, "enmap": "sample:nothing", "coverage": path("no.tif")})
        self.assertFalse(Path(path("no.tif")).exists())

    def test_cancelling_ends_the_execution_on_the_server(self):
        said = Said(cancel_at="")
        begin = time.monotonic()
        found = self.run_it("trainmodel", {
            "model": "qgis-cancelled",
            "ftir": "sample",
            "enmap": ["sample:enmap"],
            "samples": "sample:ece_samples",
            "covariate": ["sample:soil", "sample:climate"],
            "report": path("cancelled.json"),
        }, said)
        self.assertEqual(found, {})
        self.assertLess(time.monotonic() - begin, 30)
        self.assertFalse(Path(path("cancelled.json")).exists())
        models = json.loads(Path(self.run_it("listmodels", {"models": path("models.json")})["models"]).read_text("utf-8"))
        self.assertNotIn("qgis-cancelled", [each["id"] for each in models])

    def test_the_rest_of_the_processes_run(self):
        described = self.run_it("describemodel", {"model": MODEL, "card": path("card.json")})
        self.assertIn("## ", described["page"])
        self.assertEqual(json.loads(Path(described["card"]).read_text("utf-8"))["id"], MODEL)
        figures = self.run_it("salinitystatistics", {"ece": "sample:ece_truth", "statistics": path("figures.json")})
        self.assertGreater(json.loads(Path(figures["statistics"]).read_text("utf-8"))["overall"]["validPixels"], 0)
        checked = self.run_it("evaluatemodel", {
            "model": MODEL,
            "enmap": ["sample:enmap"],
            "covariate": ["sample:soil", "sample:climate"],
            "samples": "sample:ece_samples",
            "report": path("checked.json"),
        })
        self.assertTrue(Path(checked["report"]).exists())
        with self.assertRaisesRegex(QgsProcessingException, "nothing.zip"):
            self.run_it("importenmapscene", {"product": "nothing.zip", "layer": "deepsalt:nothing"})
        with self.assertRaisesRegex(QgsProcessingException, "there is no product 'nothing.jsonl'"):
            self.run_it("publishbatch", {"manifest": "nothing.jsonl", "series": "deepsalt:nothing"})


class MapTest(unittest.TestCase):
    def test_the_result_has_its_style_and_the_published_layer_is_shown(self):
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        destination = path("styled.tif")
        context.addLayerToLoadOnCompletion(
            destination, QgsProcessingContext.LayerDetails("ece", context.project(), "coverage")
        )
        found, well = algorithm("estimatesalinity").create().run(
            {**SCENE, "coverage": destination, "layer": "deepsalt:from_qgis", "overwrite": True}, context, Said()
        )
        self.assertTrue(well)
        self.assertEqual(found["published"], "deepsalt:from_qgis")
        to_load = [each for each in context.layersToLoadOnCompletion() if each != destination]
        shown = [context.temporaryLayerStore().mapLayer(each) for each in to_load]
        self.assertEqual([each.providerType() for each in shown], ["wms"])
        layer = QgsRasterLayer(destination, "ece")
        style = results.style_of(layer)
        self.assertEqual(style.name, "ece-classes.qml")
        context.layerToLoadOnCompletionDetails(destination).postProcessor().postProcessLayer(layer, context, Said())
        self.assertGreater(len(self.colours(layer, "styled.png")), 3)
        self.assertGreater(len(self.colours(shown[0], "published.png")), 3)

    def colours(self, layer, name):
        settings = QgsMapSettings()
        settings.setLayers([layer])
        settings.setDestinationCrs(layer.crs())
        settings.setOutputSize(QSize(300, 300))
        settings.setExtent(layer.extent())
        job = QgsMapRendererParallelJob(settings)
        job.start()
        job.waitForFinished()
        image = job.renderedImage()
        image.save(os.path.join(os.environ.get("DEEPSALT_PICTURES", str(HOME)), name))
        return {image.pixel(x, y) for x in range(0, 300, 3) for y in range(0, 300, 3)}


class WindowsTest(unittest.TestCase):
    def test_layers_and_models_are_offered_and_others_can_be_typed(self):
        for name, offered, typed in (("enmap", "sample:enmap", "work:other"), ("model", MODEL, "later")):
            process = algorithm("estimatesalinity").create()
            parameter = process.parameterDefinition(name)
            wrapper = WidgetWrapperFactory.create_wrapper_from_metadata(parameter, QWidget())
            self.assertGreaterEqual(wrapper.widget.findText(offered), 0)
            wrapper.setValue(typed)
            self.assertEqual(wrapper.value(), typed)
            self.assertEqual(wrapper.widget.findText("ece-classes"), -1)

    def test_layers_are_added_to_inputs_that_may_be_repeated(self):
        for each, name in (("estimatesalinity", "covariate"), ("trainmodel", "enmap")):
            process = algorithm(each).create()
            parameter = process.parameterDefinition(name)
            wrapper = WidgetWrapperFactory.create_wrapper_from_metadata(parameter, QWidget())
            offered = wrapper.widget.list
            self.assertIsNone(wrapper.value())
            wrapper.setValue(["clay=12.5"])
            for layer in ("sample:soil", "sample:climate"):
                offered.setCurrentText(layer)
                offered.activated.emit(offered.currentIndex())
            self.assertEqual(wrapper.value(), "clay=12.5\nsample:soil\nsample:climate")
            self.assertTrue(parameter.checkValueIsAcceptable(wrapper.value()))

    def test_servers_are_kept(self):
        before = servers.load()
        dialog = ServersDialog()
        dialog._add()
        dialog._name.setText("Agency")
        dialog._url.setText("https://maps.example.org/geoserver/")
        dialog._keep()
        dialog.accept()
        try:
            self.assertEqual(servers.load()[-1], servers.Server("Agency", "https://maps.example.org/geoserver", ""))
            self.assertEqual(servers.load()[:-1], before)
            refused = ServersDialog()
            refused._add()
            refused._name.setText("agency")
            refused._keep()
            refused.accept()
            self.assertIn("a name of its own", refused._said.text())
        finally:
            servers.save(before)

    def test_a_model_of_the_modeler_runs_it(self):
        child = QgsProcessingModelChildAlgorithm("deepsalt:salinitystatistics")
        child.addParameterSources("ece", [QgsProcessingModelChildParameterSource.fromStaticValue("sample:ece_truth")])
        child.setChildId("figures")
        output = QgsProcessingModelOutput("figures", "Figures")
        output.setChildId("figures")
        output.setChildOutputName("statistics")
        child.setModelOutputs({"figures": output})
        model = QgsProcessingModelAlgorithm("chain", "tests")
        model.addChildAlgorithm(child)
        model.initAlgorithm()
        found = processing.run(model, {"figures:figures": path("model.json")}, feedback=Said())
        figures = json.loads(Path(found["figures:figures"]).read_text("utf-8"))
        self.assertGreater(figures["overall"]["validPixels"], 0)


class GuideTest(unittest.TestCase):
    """What the guide prints for the command line and for Python, on the model of the tests."""

    def blocks(self, page, language):
        text = re.sub(r"\\\n *", "", (PLUGIN.parents[2] / page).read_text("utf-8"))
        return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)

    def commands(self, page):
        lines = "".join(self.blocks(page, "sh")).splitlines()
        return [line for line in lines if line.startswith("qgis_process ")]

    def setUp(self):
        before = os.getcwd()
        self.addCleanup(os.chdir, before)
        folder = tempfile.mkdtemp(dir=HOME)
        os.chdir(folder)

    def test_the_command_line_of_qgis_runs_it(self):
        # Debian's own script gives qgis_process an option of QGIS that it does not know.
        program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
        if program is None:
            self.skipTest("qgis_process is not installed")
        readme = [line + " report=ece.json" for line in self.commands("README.md")]
        self.assertEqual(readme, self.commands("docs/qgis.md")[:1])
        said = []
        for line in self.commands("docs/qgis.md"):
            words = shlex.split(line.replace("model=sample ", f"model={MODEL} "))
            done = subprocess.run([program, *words[1:]], capture_output=True, timeout=100)
            self.assertEqual(done.returncode, 0, (line, done.stderr.decode()))
            said.append(done.stdout.decode())
        self.assertGreater(os.path.getsize("ece.tif"), 10_000)
        self.assertEqual(json.loads(Path("ece.json").read_text("utf-8"))["process"], "deepsalt:EstimateSalinity")
        self.assertIn("deepsalt:from_qgis_days", said[1])
        self.assertIn("2025-07-11,overall,", said[2])

    def test_python_runs_it(self):
        area = QgsVectorLayer("Polygon?crs=EPSG:4326", "fields", "memory")
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt("POLYGON((-110.11 38.99, -110.1 38.99, -110.1 39, -110.11 38.99))"))
        area.dataProvider().addFeature(feature)
        options = QgsVectorFileWriter.SaveVectorOptions()
        QgsVectorFileWriter.writeAsVectorFormatV3(area, "fields.gpkg", QgsProject.instance().transformContext(), options)
        blocks = self.blocks("docs/qgis.md", "python")
        self.assertEqual(len(blocks), 1)
        exec(blocks[0].replace('"model": "sample"', f'"model": "{MODEL}"'), {"processing": processing})
        self.assertGreater(os.path.getsize("ece.tif"), 1000)


class ServersTest(unittest.TestCase):
    def test_credentials_go_to_the_server_alone(self):
        server = servers.Server("Agency", "https://maps.example.org/geoserver", "abc1234")
        self.assertEqual(server.auth_for("https://maps.example.org/geoserver/ows?x=1"), "abc1234")
        self.assertEqual(server.auth_for("http://maps.example.org/geoserver/ows"), "")
        self.assertEqual(server.auth_for("https://maps.example.org.evil.net/geoserver"), "")

    def test_a_page_is_no_answer(self):
        for body in (b"<!DOCTYPE html><html></html>", b"nonsense", b"<html/>"):
            with self.assertRaises(wps.Refused):
                wps.status(body)

    def test_names_and_texts_are_escaped(self):
        body = wps.execute("a:b", [("x", "<&>", ""), ("y", "{}", 'a"b')], [("out", "")])
        self.assertIn(b"&lt;&amp;&gt;", body)
        self.assertNotIn(b'mimeType="a"b"', body)


if __name__ == "__main__":
    unittest.main()
