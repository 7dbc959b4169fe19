/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.enmap;

/**
 * How large what comes out of an archive may become.
 *
 * @param bytes all files together
 * @param entries of the archive, wanted or not
 * @param ratio unpacked to packed size of a file, counted where it has grown beyond {@link #freeBytes}
 * @param freeBytes so large a file may be compressed as well as it likes: a pixel mask without defects that is stored
 *     plainly, 300 MB of zeros, shrinks a thousandfold in a ZIP
 */
public record ArchiveLimits(long bytes, int entries, int ratio, long freeBytes) {
    /** Thirty times the largest EnMAP tile; deflate itself cannot exceed a ratio of about 1,030. */
    public static final ArchiveLimits STANDARD = new ArchiveLimits(20_000_000_000L, 10_000, 200, 512_000_000);
}
