/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.deepsalt.geoserver.settings.SettingsFile;
import org.geoserver.security.GeoServerSecurityManager;
import org.geoserver.security.GeoServerSecurityProvider;
import org.geoserver.security.GeoServerUserGroupService;
import org.geoserver.security.GeoServerUserGroupStore;
import org.geoserver.security.impl.GeoServerUser;
import org.geoserver.security.password.GeoServerMultiplexingPasswordEncoder;
import org.geoserver.security.validation.PasswordPolicyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces the password that GeoServer gives its administrator at the first start, and that everybody knows, by a
 * random one, which it leaves in a file for the owner of the data directory. Only where the settings ask for it, as
 * those of the data directory that comes with the project do: a password that somebody has chosen is never touched.
 */
public final class DefaultPassword extends GeoServerSecurityProvider {
    private static final Logger LOGGER = LoggerFactory.getLogger(DefaultPassword.class);
    private static final String ADMINISTRATOR = "admin";
    private static final String DEFAULT = "geoserver";
    private static final String SERVICE = "default";
    private static final int BYTES = 18;

    private final SettingsFile settings;

    /** @param settings that say whether to replace the password */
    public DefaultPassword(SettingsFile settings) {
        this.settings = settings;
    }

    /** GeoServer calls this when it has read, or made, its users, before it answers a request. */
    @Override
    public void init(GeoServerSecurityManager security) {
        if (settings.replaceDefaultPassword()) {
            try {
                GeoServerUserGroupService users = security.loadUserGroupService(SERVICE);
                if (users != null && hasDefault(users, security)) {
                    replace(users);
                }
            } catch (IOException | PasswordPolicyException e) {
                LOGGER.error("GeoServer's default password of '{}' may still be in place: change it", ADMINISTRATOR, e);
            }
        }
    }

    /** Compares with the stored hash: logging in would need a request, and there is none yet. */
    private static boolean hasDefault(GeoServerUserGroupService users, GeoServerSecurityManager security)
            throws IOException {
        GeoServerUser user = users.getUserByUsername(ADMINISTRATOR);
        return user != null
                && new GeoServerMultiplexingPasswordEncoder(security, users).matches(DEFAULT, user.getPassword());
    }

    private void replace(GeoServerUserGroupService users) throws IOException, PasswordPolicyException {
        Path file = settings.dataDirectory().resolve("security").resolve("admin-password.txt");
        String password = random();
        write(file, password);
        try {
            store(users, password);
        } catch (IOException | PasswordPolicyException | RuntimeException e) {
            // The file would name a password that is not in use.
            Files.delete(file);
            throw e;
        }
        LOGGER.warn(
                "GeoServer's default password of '{}' was replaced; the new one is in '{}': log in with it, choose your"
                        + " own, delete the file",
                ADMINISTRATOR,
                file);
    }

    private static void store(GeoServerUserGroupService users, String password)
            throws IOException, PasswordPolicyException {
        GeoServerUserGroupStore store = users.createStore();
        GeoServerUser user = store.getUserByUsername(ADMINISTRATOR).copy();
        user.setPassword(password);
        store.updateUser(user);
        store.store();
        users.load();
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Readable for the owner alone, where the file system knows owners. */
    private static void write(Path file, String password) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, password + System.lineSeparator());
    }
}
