/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Problems;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.files.RegularFile;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.processes.job.ProcessSettings;
import org.deepsalt.raster.enmap.ArchiveLimits;
import org.geoserver.config.GeoServerDataDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings in {@code deepsalt/deepsalt.properties} of the data directory, read again whenever the file has changed.
 * A data directory without the file gets one in which every key is explained. Thread-safe.
 */
public final class SettingsFile implements ProcessSettings {
    private static final Logger LOGGER = LoggerFactory.getLogger(SettingsFile.class);
    private static final String NAME = "deepsalt.properties";

    private static final int LARGEST = 1 << 20;

    private final Path dataDirectory;
    private final Path file;
    private @Nullable State state;

    /** What was read last. */
    private record State(FileTime changed, Settings settings, List<String> problems) {}

    /** Opens the settings of a GeoServer. */
    public SettingsFile(GeoServerDataDirectory directory) {
        this(directory.root().toPath());
    }

    SettingsFile(Path dataDirectory) {
        this.dataDirectory = dataDirectory.toAbsolutePath().normalize();
        this.file = this.dataDirectory.resolve("deepsalt").resolve(NAME);
        writeIfAbsent();
    }

    /** In a data directory that cannot be written, the defaults apply. */
    private void writeIfAbsent() {
        if (Files.exists(file)) {
            return;
        }
        try (InputStream template = SettingsFile.class.getResourceAsStream(NAME)) {
            Files.createDirectories(file.getParent());
            Files.copy(template, file);
        } catch (IOException e) {
            LOGGER.warn("'{}' cannot be written, the defaults apply: {}", file, e.toString());
        }
    }

    @Override
    public ProcessLimits limits() {
        return current().settings.limits();
    }

    @Override
    public ArchiveLimits archives() {
        return current().settings.archives();
    }

    @Override
    public EngineSettings engine() {
        return current().settings.engine();
    }

    @Override
    public Optional<String> defaultModel() {
        return current().settings.defaultModel();
    }

    @Override
    public String defaultStyle() {
        return current().settings.defaultStyle();
    }

    /** Folders from which products may be imported. */
    public List<Path> importRoots() {
        return current().settings.importRoots();
    }

    /** Where layers without a workspace go; empty for the catalog's default. */
    public Optional<String> workspace() {
        return current().settings.workspace();
    }

    /** Store of the catalog, with its workspace, that keeps the indexes of series; empty for files. */
    public Optional<String> seriesIndex() {
        return current().settings.seriesIndex();
    }

    /** Whether GeoServer's default password of the administrator shall be replaced. */
    public boolean replaceDefaultPassword() {
        return current().settings.replaceDefaultPassword();
    }

    /** What is wrong with the file, one sentence each. */
    public List<String> problems() {
        return current().problems;
    }

    /** Root of GeoServer's data directory. */
    public Path dataDirectory() {
        return dataDirectory;
    }

    /** The address of a file or folder, relative to the data directory as GeoServer has it, so that it can be moved. */
    public String url(Path path) {
        if (!path.startsWith(dataDirectory)) {
            return path.toUri().toString();
        }
        return "file:" + dataDirectory.relativize(path).toString().replace('\\', '/');
    }

    private synchronized State current() {
        FileTime changed = changed();
        if (state == null || !state.changed.equals(changed)) {
            state = read(changed);
            state.problems.forEach(problem -> LOGGER.warn("{}: {}", file, problem));
        }
        return state;
    }

    private FileTime changed() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static String text(Path file) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(RegularFile.bytes(file, LARGEST)))
                .toString();
    }

    private State read(FileTime changed) {
        Properties properties = new Properties();
        Problems problems = new Problems();
        if (Files.exists(file)) {
            try {
                properties.load(new StringReader(text(file)));
            } catch (CharacterCodingException e) {
                problems.add("the file is not in UTF-8: save it in that encoding; the defaults apply");
                properties.clear();
            } catch (IOException | IllegalArgumentException | DeepSaltException e) {
                problems.add("the file cannot be read (" + e + "): correct it; the defaults apply");
                properties.clear();
            }
        }
        Settings settings = new SettingsReader(properties, dataDirectory, problems).read();
        return new State(changed, settings, problems.list());
    }
}
