/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deepsalt.demohost.ShippedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs that people use: OWSLib executes the process, GDAL reads the result and draws the map. */
@Timeout(300)
class WpsClientsTest {
    private static final String EXECUTE = """
            import sys
            from owslib.wps import ASYNC, SYNC, WebProcessingService, monitorExecution
            url, target, mode = sys.argv[1:4]
            user, password = [text or None for text in sys.argv[4:6]]
            model = sys.argv[6]
            covariates = sys.argv[7:]
            wps = WebProcessingService(url, skip_caps=False, username=user, password=password)
            assert wps.identification.type == 'WPS', wps.identification.type
            names = [p.identifier for p in wps.processes]
            assert 'deepsalt:EstimateSalinity' in names, names
            process = wps.describeprocess('deepsalt:EstimateSalinity')
            assert [i.identifier for i in process.dataInputs][:3] == ['enmap', 'covariate', 'model']
            inputs = [('enmap', 'sample:enmap'), ('model', model)]
            inputs += [('covariate', c) for c in covariates]
            outputs = [('coverage', True), ('report', True)]
            execution = wps.execute('deepsalt:EstimateSalinity', inputs, output=outputs,
                                    mode=SYNC if mode == 'sync' else ASYNC, lineage=True)
            if mode == 'async':
                monitorExecution(execution, sleepSecs=1)
            assert execution.isSucceded(), [e.text for e in execution.errors]
            assert execution.percentCompleted in (0, 100), execution.percentCompleted
            given = [(i.identifier, i.data) for i in execution.dataInputs]
            assert ('enmap', ['sample:enmap']) in given, given
            execution.getOutput(target, identifier='coverage')
            """;

    @TempDir
    Path folder;

    private static ContractHost host;

    @BeforeAll
    static void connect() {
        host = ContractHost.shared();
    }

    @Test
    void owsLibExecutesSynchronouslyAndDownloadsTheResult() throws Exception {
        assertResult(execute("sync"));
    }

    @Test
    void owsLibExecutesAsynchronouslyAndDownloadsTheResult() throws Exception {
        assertResult(execute("async"));
    }

    private Path execute(String mode) throws Exception {
        Tool.require(folder, Tool.python("import owslib"));
        Path target = folder.resolve(mode + ".tif");
        List<String> arguments = new ArrayList<>(List.of(host.url() + "/wps", target.toString(), mode));
        Credentials caller = Credentials.given();
        arguments.addAll(List.of(caller.user(), caller.password()));
        arguments.add(ContractHost.MODEL);
        arguments.addAll(ContractHost.COVARIATES);
        Tool.run(folder, Tool.python(EXECUTE, arguments.toArray(String[]::new)));
        return target;
    }

    private void assertResult(Path file) throws Exception {
        assertThat(Files.size(file)).isGreaterThan(10_000);
        Tool.require(folder, "gdalinfo", "--version");
        String result = Tool.run(folder, "gdalinfo", file.toString());
        String scene =
                Tool.run(folder, "gdalinfo", "-nomd", ShippedData.sceneImage().toString());
        for (String start : new String[] {"Size is", "Origin =", "Pixel Size =", "PROJCRS["}) {
            assertThat(line(result, start)).as(start).isEqualTo(line(scene, start));
        }
        assertThat(result)
                .contains("NoData Value=nan")
                .contains("Overviews: 64x64")
                .contains("Description = ece\n")
                .contains("Unit Type: dS/m")
                .contains("Description = mask_reason");
    }

    @Test
    void theResultIsACloudOptimisedGeoTiff() throws Exception {
        String validator = "from osgeo_utils.samples.validate_cloud_optimized_geotiff import validate as check; ";
        Tool.require(folder, Tool.python(validator));
        Path file = execute("sync");
        String said =
                Tool.run(folder, Tool.python(validator + "import sys; print(check(sys.argv[1])[:2])", file.toString()));
        assertThat(said).contains("([], [])");
    }

    private static String line(String text, String start) {
        return text.lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line '" + start + "' in " + text));
    }
}
