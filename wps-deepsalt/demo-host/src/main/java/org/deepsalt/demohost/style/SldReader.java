/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.style;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deepsalt.demohost.style.MapStyle.StyleRule;
import org.deepsalt.demohost.xml.SafeXml;
import org.deepsalt.demohost.xml.XmlElement;
import org.deepsalt.model.DeepSaltException;

/**
 * Reads the first style of an SLD 1.0.0 file. What the host cannot draw is left out with a warning that names the
 * element; a rule that applies to some features only is left out as a whole. Not thread-safe, one per file.
 */
public final class SldReader {
    private static final Set<String> DESCRIPTIVE = Set.of("Name", "Title", "Abstract", "IsDefault", "LegendGraphic");
    private static final Set<String> CONDITIONS =
            Set.of("Filter", "ElseFilter", "MinScaleDenominator", "MaxScaleDenominator");

    private final SldWarnings warnings;
    private final List<StyleRule> rules = new ArrayList<>();

    private SldReader(SldWarnings warnings) {
        this.warnings = warnings;
    }

    /**
     * Reads a file.
     *
     * @throws DeepSaltException if it is no SLD 1.0.0 or has nothing that can be drawn
     */
    public static MapStyle read(Path file) {
        return read(SafeXml.read(file), file.getFileName().toString());
    }

    /** Reads a document; {@code name} stands for it in messages. */
    static MapStyle read(XmlElement root, String name) {
        String version = root.attribute("version").orElse("none");
        if (!root.name().equals("StyledLayerDescriptor") || !version.equals("1.0.0")) {
            throw new DeepSaltException("style '" + name + "' is '" + root.name() + "' of version " + version
                    + "; this host draws a StyledLayerDescriptor of version 1.0.0");
        }
        XmlElement style = root.child("NamedLayer", "UserStyle")
                .or(() -> root.child("UserLayer", "UserStyle"))
                .orElseThrow(() -> new DeepSaltException("style '" + name + "' has no UserStyle"));
        SldReader reader = new SldReader(new SldWarnings(name));
        try {
            style.children("FeatureTypeStyle").stream()
                    .flatMap(part -> part.children("Rule").stream())
                    .forEach(reader::rule);
        } catch (IllegalArgumentException e) {
            throw new DeepSaltException("style '" + name + "' cannot be read: " + e.getMessage(), e);
        }
        if (reader.rules.isEmpty()) {
            throw new DeepSaltException("style '" + name + "' has no rule that this host can draw"
                    + (reader.warnings.sentences().isEmpty() ? "" : ": " + reader.warnings.sentences()));
        }
        return new MapStyle(
                style.text("Title").orElse(""),
                style.text("Abstract").orElse(""),
                reader.rules,
                reader.warnings.sentences());
    }

    private void rule(XmlElement rule) {
        List<XmlElement> conditions = rule.children().stream()
                .filter(child -> CONDITIONS.contains(child.name()))
                .toList();
        if (!conditions.isEmpty()) {
            warnings.add(conditions.get(0), "the whole rule is left out");
            return;
        }
        String title = rule.text("Title").or(() -> rule.text("Name")).orElse("");
        for (XmlElement child : rule.children()) {
            switch (child.name()) {
                case "RasterSymbolizer" ->
                    rules.add(new StyleRule(title, new RasterSymbolizerReader(warnings).read(child)));
                case "PointSymbolizer" ->
                    rules.add(new StyleRule(title, new PointSymbolizerReader(warnings).read(child)));
                default -> {
                    if (!DESCRIPTIVE.contains(child.name())) {
                        warnings.add(child, "it is not drawn");
                    }
                }
            }
        }
    }
}
