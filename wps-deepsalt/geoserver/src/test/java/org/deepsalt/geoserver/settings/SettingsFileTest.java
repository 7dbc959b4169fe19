/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.Precision;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.raster.enmap.ArchiveLimits;
import org.geoserver.config.GeoServerDataDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {
    private static final Path SHIPPED = Path.of("..", "..", "geoserver-config", "deepsalt", "deepsalt.properties");
    private static final Pattern KEY = Pattern.compile("(?m)^(?:# )?(\\w+) = ");

    @TempDir
    Path folder;

    private Path file;
    private long age = 1_000_000;

    @BeforeEach
    void name() {
        file = folder.resolve("deepsalt").resolve("deepsalt.properties");
    }

    @Test
    void aDataDirectoryWithoutTheFileGetsOneInWhichEveryKeyIsExplained() throws Exception {
        GeoServerDataDirectory directory = mock();
        when(directory.root()).thenReturn(folder.toFile());
        SettingsFile settings = new SettingsFile(directory);
        assertThat(file).hasContent(template());
        assertThat(settings.problems()).isEmpty();
        assertThat(settings.dataDirectory()).isEqualTo(folder);
    }

    @Test
    @Timeout(30)
    void whatIsNoFileOrFarTooLargeIsNamedAndTheDefaultsHold() throws Exception {
        Files.createDirectories(file);
        assertThat(new SettingsFile(folder).problems())
                .singleElement()
                .asString()
                .contains("is a folder");
        Files.delete(file);
        write("#".repeat(2 << 20));
        assertThat(new SettingsFile(folder).problems())
                .singleElement()
                .asString()
                .contains("wanted at most 1048576");
        Files.delete(file);
        assumeTrue(
                new ProcessBuilder("mkfifo", file.toString()).start().waitFor() == 0,
                "named pipes cannot be made on this machine");
        SettingsFile settings = new SettingsFile(folder);
        assertThat(settings.problems()).singleElement().asString().contains("a pipe, a socket or a device");
        assertThat(settings.archives()).isEqualTo(ArchiveLimits.STANDARD);
    }

    @Test
    void anExistingFileStaysAsItIs() throws Exception {
        write("threads = 2\n");
        assertThat(new SettingsFile(folder).limits().threads()).isEqualTo(2);
        assertThat(file).hasContent("threads = 2\n");
    }

    @Test
    void withoutValuesTheDefaultsHold() {
        SettingsFile settings = new SettingsFile(folder);
        int processors = Runtime.getRuntime().availableProcessors();
        assertThat(settings.limits()).isEqualTo(new ProcessLimits(processors, 400_000_000L, 100_000));
        assertThat(settings.engine())
                .isEqualTo(new EngineSettings(
                        Optional.of(folder.resolve("deepsalt/native")), processors, EngineSettings.Device.AUTO));
        assertThat(settings.archives()).isEqualTo(ArchiveLimits.STANDARD);
        assertThat(settings.importRoots()).containsExactly(folder.resolve("import"));
        assertThat(settings.defaultModel()).isEmpty();
        assertThat(settings.defaultStyle()).isEqualTo("ece-classes");
        assertThat(settings.workspace()).isEmpty();
        assertThat(settings.replaceDefaultPassword()).isFalse();
    }

    @Test
    void anEmptyListOfImportRootsAllowsNoImport() throws Exception {
        write("importRoots =\n");
        SettingsFile settings = new SettingsFile(folder);
        assertThat(settings.problems()).isEmpty();
        assertThat(settings.importRoots()).isEmpty();
    }

    @Test
    void everyKeyCounts() throws Exception {
        write("""
                threads = 3
                maxPixels = 5000000000
                maxTrainingPixels = 200
                device = CPU
                nativeLibraries = /var/cache/deepsalt
                precision = BFloat16
                importRoots = scenes, /archive/enmap/../l2a ,
                importMaxBytes = 3000000000
                importMaxEntries = 40
                importMaxRatio = 90
                defaultModel = sample
                defaultStyle = ece-ramp
                workspace = salt
                replaceDefaultPassword = true
                """);
        SettingsFile settings = new SettingsFile(folder);
        assertThat(settings.problems()).isEmpty();
        assertThat(settings.limits()).isEqualTo(new ProcessLimits(3, 5_000_000_000L, 200));
        assertThat(settings.engine())
                .isEqualTo(new EngineSettings(
                        Optional.of(Path.of("/var/cache/deepsalt")), 3, EngineSettings.Device.CPU, Precision.BFLOAT16));
        assertThat(settings.importRoots()).containsExactly(folder.resolve("scenes"), Path.of("/archive/l2a"));
        assertThat(settings.archives())
                .isEqualTo(new ArchiveLimits(3_000_000_000L, 40, 90, ArchiveLimits.STANDARD.freeBytes()));
        assertThat(settings.defaultModel()).contains("sample");
        assertThat(settings.defaultStyle()).isEqualTo("ece-ramp");
        assertThat(settings.workspace()).contains("salt");
        assertThat(settings.replaceDefaultPassword()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            threads = 0                  | threads is '0', wanted a whole number from 1 to 1024
            threads = 1025               | threads is '1025', wanted a whole number from 1 to 1024
            threads = four               | threads is 'four', wanted a whole number from 1 to 1024
            maxPixels = 0                | maxPixels is '0', wanted a whole number from 1
            maxPixels = 1e6              | maxPixels is '1e6', wanted a whole number from 1
            maxTrainingPixels = 99       | maxTrainingPixels is '99', wanted a whole number from 100
            maxTrainingPixels = 3000000000 | maxTrainingPixels is '3000000000', wanted a whole number from 100
            importMaxBytes = 20 GB       | importMaxBytes is '20 GB', wanted a whole number from 1
            device = tpu                 | device is 'tpu', wanted auto, cpu or gpu: auto is used
            precision = float16          | precision is 'float16', wanted auto, float32 or bfloat16: auto is used
            replaceDefaultPassword = yes | replaceDefaultPassword is 'yes', wanted true or false: false is used
            maxpixels = 5                | there is no key 'maxpixels'; the keys are defaultModel, defaultStyle, device
            """)
    void whatIsNotPossibleIsReportedAndTheDefaultTaken(String line, String problem) throws Exception {
        SettingsFile standard = new SettingsFile(folder);
        ProcessLimits limits = standard.limits();
        EngineSettings engine = standard.engine();
        write(line);
        SettingsFile settings = new SettingsFile(folder);
        assertThat(settings.problems()).hasSize(1).first().asString().startsWith(problem);
        assertThat(settings.limits()).isEqualTo(limits);
        assertThat(settings.engine()).isEqualTo(engine);
        assertThat(settings.replaceDefaultPassword()).isFalse();
    }

    @Test
    void allProblemsAreReportedAtOnce() throws Exception {
        write("threads = 0\ndevice = tpu\ntreads = 4\n");
        assertThat(new SettingsFile(folder).problems()).hasSize(3);
    }

    @Test
    void aPathThatIsNoneIsReported() throws Exception {
        write("nativeLibraries = a\\u0000b\nimportRoots = good,b\\u0000d\n");
        SettingsFile settings = new SettingsFile(folder);
        assertThat(settings.problems()).hasSize(2).allMatch(problem -> problem.contains("which is no path"));
        assertThat(settings.engine().unpackInto()).contains(folder.resolve("deepsalt/native"));
        assertThat(settings.importRoots()).containsExactly(folder.resolve("good"));
    }

    @Test
    void aFileInAnotherEncodingIsReported() throws Exception {
        assertUnreadable("# K\u00fcche\nthreads = 2\n", "the file is not in UTF-8: save it in that encoding");
    }

    @Test
    void aFileThatIsNotOfTheFormatIsReported() throws Exception {
        assertUnreadable("threads = \\u12\n", "the file cannot be read (java.lang.IllegalArgumentException: Malformed");
    }

    private void assertUnreadable(String latin, String problem) throws Exception {
        Files.createDirectories(file.getParent());
        Files.write(file, latin.getBytes(StandardCharsets.ISO_8859_1));
        SettingsFile settings = new SettingsFile(folder);
        assertThat(settings.problems())
                .hasSize(1)
                .first()
                .asString()
                .startsWith(problem)
                .endsWith("the defaults apply");
        assertThat(settings.limits()).isEqualTo(ProcessLimits.defaults());
    }

    @Test
    void aFolderInItsPlaceIsReported() throws Exception {
        Files.createDirectories(file);
        assertThat(new SettingsFile(folder).problems())
                .hasSize(1)
                .first()
                .asString()
                .contains("cannot be read");
    }

    @Test
    void aChangeCountsFromTheNextRequestOn() throws Exception {
        write("maxPixels = 10\n");
        SettingsFile settings = new SettingsFile(folder);
        assertThat(settings.limits().maxPixels()).isEqualTo(10);
        write("maxPixels = 20\nworkspace = salt\n");
        assertThat(settings.limits().maxPixels()).isEqualTo(20);
        assertThat(settings.workspace()).contains("salt");
        write("maxPixels = none\n");
        assertThat(settings.problems()).hasSize(1);
        Files.delete(file);
        assertThat(settings.limits()).isEqualTo(ProcessLimits.defaults());
        assertThat(settings.problems()).isEmpty();
    }

    @Test
    void theValuesThatTheTemplateShowsArePossibleAndTheDefaultsItNamesHold() throws Exception {
        SettingsFile standard = new SettingsFile(folder);
        ProcessLimits limits = standard.limits();
        write(Pattern.compile("(?m)^# (\\w+ = )").matcher(template()).replaceAll("$1"));
        SettingsFile settings = new SettingsFile(folder);
        assertThat(settings.problems()).isEmpty();
        assertThat(settings.limits().maxPixels()).isEqualTo(limits.maxPixels());
        assertThat(settings.limits().maxTrainingPixels()).isEqualTo(limits.maxTrainingPixels());
        assertThat(settings.engine().unpackInto()).isEqualTo(standard.engine().unpackInto());
        assertThat(settings.archives()).isEqualTo(standard.archives());
        assertThat(settings.importRoots()).isEqualTo(List.of(folder.resolve("import")));
        assertThat(settings.defaultStyle()).isEqualTo("ece-classes");
    }

    @Test
    void theShippedFileHasTheKeysOfTheTemplateAndNoProblem() throws Exception {
        String shipped = Files.readString(SHIPPED, StandardCharsets.UTF_8);
        assertThat(keys(shipped)).isEqualTo(keys(template())).hasSize(15);
        write(shipped);
        SettingsFile settings = new SettingsFile(folder);
        assertThat(settings.problems()).isEmpty();
        assertThat(settings.workspace()).contains("deepsalt");
        assertThat(settings.replaceDefaultPassword()).isTrue();
    }

    private static Set<String> keys(String text) {
        return KEY.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String template() throws IOException {
        try (InputStream template = SettingsFile.class.getResourceAsStream("deepsalt.properties")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Each time with another time of change, however coarse the file system's clock. */
    private void write(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
        age += 10_000;
        Files.setLastModifiedTime(file, FileTime.fromMillis(age));
    }
}
