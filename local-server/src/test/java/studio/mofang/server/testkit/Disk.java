package studio.mofang.server.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// What of one file is safe, and what has only been written since: a disk keeps the former through a power cut, and of
/// the latter any part, in any order, cut at any sector.
final class Disk {
    private static final int SECTOR = 512;

    private byte[] safe = {};
    private final List<Write> since = new ArrayList<>();

    /// Bytes at a place, or the end that the file was given there.
    private record Write(long at, byte[] bytes, boolean truncates) {}

    synchronized void write(long at, byte[] bytes) {
        since.add(new Write(at, bytes, false));
    }

    synchronized void truncate(long size) {
        since.add(new Write(size, new byte[0], true));
    }

    synchronized void force() {
        for (var write : since) {
            safe = with(safe, write, write.bytes().length);
        }
        since.clear();
    }

    /// The file as it may be found after the power is back.
    synchronized byte[] afterPowerCut(RandomGenerator random) {
        var found = safe.clone();
        for (var write : since) {
            switch (random.nextInt(3)) {
                case 0 -> found = with(found, write, write.bytes().length);
                case 1 -> found = with(found, write, torn(write.bytes().length, random));
                default -> {
                    // It never arrived.
                }
            }
        }
        return found;
    }

    synchronized boolean allSafe() {
        return since.isEmpty();
    }

    private static int torn(int length, RandomGenerator random) {
        return length <= SECTOR ? 0 : random.nextInt(length / SECTOR) * SECTOR;
    }

    private static byte[] with(byte[] file, Write write, int length) {
        if (write.truncates()) {
            return write.at() < file.length ? Arrays.copyOf(file, (int) write.at()) : file;
        }
        int end = (int) write.at() + length;
        var longer = end > file.length ? Arrays.copyOf(file, end) : file;
        System.arraycopy(write.bytes(), 0, longer, (int) write.at(), length);
        return longer;
    }
}
