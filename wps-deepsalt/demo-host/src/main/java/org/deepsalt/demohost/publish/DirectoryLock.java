/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import org.deepsalt.demohost.catalog.DataDirectory;

/** Lets one change of a data directory happen at a time, among the threads of this process and among processes. */
final class DirectoryLock implements AutoCloseable {
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for its turn. */
    static DirectoryLock acquire(DataDirectory directory) throws IOException {
        THREADS.lock();
        FileChannel channel = null;
        try {
            Files.createDirectories(directory.staging());
            channel = FileChannel.open(
                    directory.staging().resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return new DirectoryLock(channel);
        } catch (IOException e) {
            THREADS.unlock();
            if (channel != null) {
                channel.close();
            }
            throw e;
        }
    }

    /** Closing the file frees the lock of the process. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            THREADS.unlock();
        }
    }
}
