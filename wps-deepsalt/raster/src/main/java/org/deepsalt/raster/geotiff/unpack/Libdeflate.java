/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.unpack;

import com.sun.jna.FunctionMapper;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.List;
import java.util.Map;

/**
 * The system's libdeflate, which inflates two to three times as fast as zlib and is there wherever GDAL is. Its answers
 * are zlib's, check sum included. Not thread-safe.
 */
final class Libdeflate implements AutoCloseable {
    private static final List<String> FILES = List.of("libdeflate.so.0", "deflate", "libdeflate");
    private static final Map<String, String> FUNCTIONS = Map.of(
            "allocate", "libdeflate_alloc_decompressor",
            "free", "libdeflate_free_decompressor",
            "decompress", "libdeflate_zlib_decompress_ex");
    private static final boolean PRESENT = register();

    private final Pointer decompressor = allocate();
    private final Memory counts = new Memory(2L * Long.BYTES);

    /** Whether the system has the library and nobody has switched it off by {@code deepsalt.libdeflate=false}. */
    static boolean isPresent() {
        return PRESENT && Boolean.parseBoolean(System.getProperty("deepsalt.libdeflate", "true"));
    }

    /** The first one that is found; a Java without JNA, or one that may not load libraries, has none. */
    private static boolean register() {
        FunctionMapper names = (library, method) -> FUNCTIONS.get(method.getName());
        for (String file : FILES) {
            try {
                Map<String, Object> options = Map.of(Library.OPTION_FUNCTION_MAPPER, names);
                Native.register(Libdeflate.class, NativeLibrary.getInstance(file, options));
                // Its sizes are as wide as a pointer.
                return Native.POINTER_SIZE == Long.BYTES;
            } catch (LinkageError | SecurityException e) {
                System.getLogger(Libdeflate.class.getName())
                        .log(System.Logger.Level.DEBUG, "no library '" + file + "': " + e.getMessage());
            }
        }
        return false;
    }

    /**
     * Inflates a block with zlib's frame as a whole.
     *
     * @param packed the block
     * @param length of the packed block in bytes
     * @param target receives the bytes
     * @return whether the block is sound and fits into the target; its sizes are known then
     */
    boolean inflate(Memory packed, long length, Memory target) {
        return decompress(decompressor, packed, length, target, target.size(), counts, counts.share(Long.BYTES)) == 0;
    }

    /** How many packed bytes the last block really had. */
    long packedBytes() {
        return counts.getLong(0);
    }

    /** How many bytes the last block gave. */
    long bytes() {
        return counts.getLong(Long.BYTES);
    }

    @Override
    public void close() {
        free(decompressor);
        counts.close();
    }

    private static native Pointer allocate();

    private static native void free(Pointer decompressor);

    private static native int decompress(
            Pointer decompressor,
            Pointer packed,
            long length,
            Pointer target,
            long room,
            Pointer packedBytes,
            Pointer bytes);
}
