/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsalt.geoserver.settings.SettingsFile;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.processes.report.Version;
import org.geoserver.platform.ModuleStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** DeepSalt's line in GeoServer's module status ({@code /rest/about/status}, and a page of the web interface). */
public final class DeepSaltStatus implements ModuleStatus {
    private static final Logger LOGGER = LoggerFactory.getLogger(DeepSaltStatus.class);

    private final SettingsFile settings;
    private final ModelStore models;
    private final Installation.Finding installation;

    /** Checks the installation once: jars do not change while a server runs. */
    public DeepSaltStatus(SettingsFile settings, ModelStore models) {
        this(settings, models, Installation.ofThisServer().check());
        if (installation.problem().isEmpty()) {
            LOGGER.info("{} is installed", Version.text());
        } else {
            LOGGER.error("DeepSalt is not installed correctly: {}", installation.problem());
        }
    }

    DeepSaltStatus(SettingsFile settings, ModelStore models, Installation.Finding installation) {
        this.settings = settings;
        this.models = models;
        this.installation = installation;
    }

    @Override
    public String getModule() {
        return "deepsalt";
    }

    @Override
    public Optional<String> getComponent() {
        return Optional.of("WPS");
    }

    @Override
    public String getName() {
        return "DeepSalt";
    }

    @Override
    public Optional<String> getVersion() {
        return Optional.of(Version.text());
    }

    @Override
    public boolean isAvailable() {
        return installation.usable();
    }

    @Override
    public boolean isEnabled() {
        return installation.usable();
    }

    @Override
    public Optional<String> getMessage() {
        if (!installation.usable()) {
            return Optional.of(installation.problem());
        }
        List<String> lines = new ArrayList<>();
        lines.add(EngineStatus.text(settings.engine()));
        lines.add(modelCount());
        lines.addAll(settings.problems());
        if (!installation.problem().isEmpty()) {
            lines.add(installation.problem());
        }
        // One line: GeoServer shows an end of a line as the text of a tag.
        return Optional.of(String.join(" | ", lines));
    }

    private String modelCount() {
        try {
            List<String> ids = models.ids();
            return switch (ids.size()) {
                case 0 -> "no model yet: train one with deepsalt:TrainModel";
                case 1 -> "1 model: " + ids.get(0);
                default -> ids.size() + " models";
            };
        } catch (DeepSaltException e) {
            return e.getMessage();
        }
    }

    @Override
    public Optional<String> getDocumentation() {
        return Optional.empty();
    }
}
