/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms.paint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.demohost.http.OwsReply;
import org.deepsalt.demohost.wms.request.WmsErrors;

/** Formats of pictures, written by the JDK. */
public enum PictureFormat {
    PNG("image/png", true),
    JPEG("image/jpeg", false);

    private final String type;
    private final boolean transparent;

    PictureFormat(String type, boolean transparent) {
        this.type = type;
        this.transparent = transparent;
    }

    /** Media types in the order in which capabilities list them. */
    public static List<String> types() {
        return List.of(PNG.type, JPEG.type);
    }

    /**
     * The format of a media type, whose parameters are passed over.
     *
     * @throws OwsException if there is no such format
     */
    public static PictureFormat of(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("\\s*;.*", "");
        return switch (plain) {
            case "image/png", "image/png8" -> PNG;
            case "image/jpeg", "image/jpg" -> JPEG;
            default ->
                throw new OwsException(
                        WmsErrors.FORMAT,
                        "format",
                        "FORMAT is '" + text + "', wanted one of " + String.join(", ", types()));
        };
    }

    /** Whether pixels of the format may be transparent; otherwise the background shows through. */
    public boolean isTransparent() {
        return transparent;
    }

    /** The picture as a reply. */
    public OwsReply reply(Canvas canvas) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(canvas.image(transparent), type.substring("image/".length()), stream);
        } catch (IOException e) {
            throw new IllegalStateException("a picture could not be written to memory", e);
        }
        return OwsReply.of(type, bytes.toByteArray()).withHeader("Cache-Control", "no-cache");
    }
}
