/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockConstruction;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.deepsalt.geoserver.settings.SettingsOf;
import org.geoserver.security.GeoServerSecurityManager;
import org.geoserver.security.GeoServerUserGroupService;
import org.geoserver.security.GeoServerUserGroupStore;
import org.geoserver.security.impl.GeoServerUser;
import org.geoserver.security.password.GeoServerMultiplexingPasswordEncoder;
import org.geoserver.security.validation.PasswordPolicyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;
import org.mockito.MockedConstruction;

class DefaultPasswordTest {
    @TempDir
    Path directory;

    private final GeoServerSecurityManager security = mock();
    private final GeoServerUserGroupService users = mock();
    private final GeoServerUserGroupStore store = mock();
    private final GeoServerUser user = mock();
    private final GeoServerUser copy = mock();
    private MockedConstruction<GeoServerMultiplexingPasswordEncoder> encoders;
    private Path file;

    @BeforeEach
    void open() throws Exception {
        file = Files.createDirectory(directory.resolve("security")).resolve("admin-password.txt");
        when(security.loadUserGroupService("default")).thenReturn(users);
        when(users.getUserByUsername("admin")).thenReturn(user);
        when(users.createStore()).thenReturn(store);
        when(store.getUserByUsername("admin")).thenReturn(user);
        when(user.copy()).thenReturn(copy);
        encoders = mockConstruction(GeoServerMultiplexingPasswordEncoder.class, (encoder, made) -> {
            assertThat(made.arguments()).hasSize(2);
            when(encoder.matches(any(), anyString()))
                    .thenAnswer(call -> call.getArgument(1).equals("stored:" + call.getArgument(0)));
        });
    }

    @AfterEach
    void close() {
        encoders.close();
    }

    @Test
    void theDefaultIsReplacedByARandomOneThatTheOwnerOfTheDataDirectoryCanRead() throws Exception {
        when(user.getPassword()).thenReturn("stored:geoserver");
        init(true);
        ArgumentCaptor<String> password = ArgumentCaptor.forClass(String.class);
        InOrder order = inOrder(copy, store, users);
        order.verify(copy).setPassword(password.capture());
        order.verify(store).updateUser(copy);
        order.verify(store).store();
        order.verify(users).load();
        assertThat(password.getValue()).matches("[A-Za-z0-9_-]{24}");
        assertThat(Files.readString(file).strip()).isEqualTo(password.getValue());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void everyTimeItIsAnother() throws Exception {
        when(user.getPassword()).thenReturn("stored:geoserver");
        init(true);
        String first = Files.readString(file);
        init(true);
        assertThat(file).content().isNotEqualTo(first);
    }

    @Test
    void aPasswordThatSomebodyHasChosenIsNotTouched() throws Exception {
        when(user.getPassword()).thenReturn("stored:chosen");
        init(true);
        verify(users, never()).createStore();
        assertThat(file).doesNotExist();
    }

    @Test
    void withoutTheSettingNothingIsTouched() throws Exception {
        when(user.getPassword()).thenReturn("stored:geoserver");
        init(false);
        verifyNoInteractions(security, users, store);
        assertThat(file).doesNotExist();
    }

    @Test
    void aServerWithoutThatUserOrServiceIsLeftAlone() throws Exception {
        when(users.getUserByUsername("admin")).thenReturn(null);
        init(true);
        when(security.loadUserGroupService("default")).thenReturn(null);
        init(true);
        assertThat(file).doesNotExist();
    }

    /** The server has to start, and a file with a password that does not hold would mislead. */
    @Test
    void aFailureLeavesTheOldPasswordAndNoFile() throws Exception {
        when(user.getPassword()).thenReturn("stored:geoserver");
        PasswordPolicyException refused = mock();
        doThrow(refused).when(store).updateUser(copy);
        init(true);
        assertThat(file).doesNotExist();
        verify(store, never()).store();
        when(users.createStore()).thenThrow(new IOException("read-only"));
        init(true);
        assertThat(file).doesNotExist();
    }

    private void init(boolean replace) throws IOException {
        Path settings = Files.createDirectories(directory.resolve("deepsalt")).resolve("deepsalt.properties");
        Files.writeString(settings, "replaceDefaultPassword = " + replace, StandardCharsets.UTF_8);
        new DefaultPassword(SettingsOf.directory(directory)).init(security);
    }
}
