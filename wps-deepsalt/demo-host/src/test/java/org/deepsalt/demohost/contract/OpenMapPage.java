/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A browser that shows the map page, loaded anew before each test, and whose console has to be quiet after it. */
abstract class OpenMapPage {
    static final List<Integer> CLASS_COLORS = List.of(0x2C7BB6, 0xABD9E9, 0xFFFFBF, 0xFDAE61, 0xD7191C);

    @TempDir
    static Path folder;

    static ContractHost host;
    static WpsClient client;
    static MapPage page;

    @BeforeAll
    static void start() {
        Path browser = program("chromium");
        Path driver = program("chromedriver");
        host = ContractHost.shared();
        client = new WpsClient(host.url());
        page = new MapPage(browser, driver, folder.resolve("profile"));
    }

    static Path program(String name) {
        Path found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(found != null, "skipped: " + name + " is not installed");
        return found;
    }

    @AfterAll
    static void stop() {
        if (page != null) {
            page.close();
        }
    }

    @BeforeEach
    void open() {
        page.open(host.url());
    }

    @AfterEach
    void theConsoleIsQuiet() {
        assertThat(page.complaints()).isEmpty();
    }

    /** The phases that an estimate goes through once it has been started. */
    static List<String> runAndWatch() {
        page.script("""
                const job = document.getElementById('job');
                window.phases = [];
                new MutationObserver(() => window.phases.push(job.dataset.phase
                    + (document.getElementById('job-progress').checkVisibility() ? ', progress shown' : '')))
                    .observe(job, {attributes: true, attributeFilter: ['data-phase']});
                """);
        page.press("#run");
        page.await("return ['succeeded', 'failed'].includes(document.getElementById('job').dataset.phase)");
        List<String> phases = new ArrayList<>();
        ((List<?>) page.script("return window.phases")).forEach(phase -> phases.add((String) phase));
        return phases;
    }
}
