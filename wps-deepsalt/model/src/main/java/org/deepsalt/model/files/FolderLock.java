/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.jspecify.annotations.Nullable;

/**
 * Lets one change of a folder happen at a time, among the threads of this process and among processes. One that is
 * killed leaves no lock.
 */
public final class FolderLock implements AutoCloseable {
    private static final String NAME = ".lock";
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);
    private static final long POLL_MILLIS = 20;

    /** One for all folders: a change takes a moment, and the operating system's locks know no threads. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for its turn, up to a minute.
     *
     * @param folder is made if it is not there
     * @throws DeepSaltException if others change the folder all that time
     * @throws CancelledException if the thread is interrupted, whose interruption stays set
     */
    public static FolderLock acquire(Path folder) throws IOException {
        long start = System.nanoTime();
        try {
            if (!THREADS.tryLock(PATIENCE, TimeUnit.NANOSECONDS)) {
                throw busy(folder);
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
        @Nullable FileChannel channel = null;
        boolean locked = false;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            await(channel, folder, start);
            locked = true;
            return new FolderLock(channel);
        } finally {
            if (!locked) {
                THREADS.unlock();
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static void await(FileChannel channel, Path folder, long start) throws IOException {
        @Nullable FileLock lock = channel.tryLock();
        while (lock == null) {
            if (System.nanoTime() - start > PATIENCE) {
                throw busy(folder);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                throw interrupted();
            }
            lock = channel.tryLock();
        }
    }

    private static DeepSaltException busy(Path folder) {
        return new DeepSaltException("another process has been changing '" + folder.getFileName()
                + "' for a minute: try again, or see whether that process hangs");
    }

    private static CancelledException interrupted() {
        Thread.currentThread().interrupt();
        return new CancelledException();
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
