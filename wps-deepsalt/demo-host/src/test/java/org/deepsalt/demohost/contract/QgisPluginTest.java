/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deepsalt.demohost.ShippedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The plugin in Debian's QGIS without a screen: its own tests in Python run all processes against this server, with the
 * ZIP where this build made one.
 */
@Timeout(300)
@Tag("slow")
class QgisPluginTest {
    private static final Path CLIENT = ShippedData.PROJECT.resolve("clients/qgis");

    @TempDir
    Path folder;

    @Test
    void qgisRunsAllProcesses() throws Exception {
        Tool.require(folder, Tool.python("import qgis.core"));
        String url = ContractHost.shared().url();
        String program = """
                import os, runpy, sys
                os.environ.update(DEEPSALT_URL=sys.argv[1], DEEPSALT_MODEL=sys.argv[2], DEEPSALT_QGIS_ZIP=sys.argv[3])
                sys.argv = ['test', 'discover', '-v', '-s', sys.argv[4]]
                sys.dont_write_bytecode = True
                runpy.run_module('unittest', run_name='__main__', alter_sys=True)
                """;
        String tests = CLIENT.resolve("tests").toString();
        String said = Tool.run(folder, Tool.python(program, url, ContractHost.MODEL, zip(), tests));
        assertThat(said).contains("\nOK").doesNotContain("skipped");
    }

    /** The ZIP of this build; empty where it was not made, or before the plugin was last changed. */
    private static String zip() throws IOException {
        Path made = CLIENT.resolve("target");
        if (!Files.isDirectory(made)) {
            return "";
        }
        long changed = 0;
        for (Path file : files(CLIENT.resolve("deepsalt"), ".py")) {
            changed = Math.max(changed, Files.getLastModifiedTime(file).toMillis());
        }
        for (Path file : files(made, ".zip")) {
            if (Files.getLastModifiedTime(file).toMillis() >= changed) {
                return file.toString();
            }
        }
        return "";
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
