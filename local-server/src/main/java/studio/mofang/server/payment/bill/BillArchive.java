package studio.mofang.server.payment.bill;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;

/// The files in a zip from the network, within limits (rule X14). They are told apart by what is in them: their names
/// are not looked at, nothing is written anywhere, and an archive within is just bytes.
final class BillArchive {
    private static final int MOST_FILES = 10;
    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final int MOST_RATIO = 100;

    private BillArchive() {}

    static List<byte[]> files(byte[] zip) throws UnreadableBill {
        // Every byte is a character of Latin-1, so that no name can break the reading.
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.ISO_8859_1)) {
            var files = new ArrayList<byte[]>();
            long left = Math.min(MOST_BYTES, (long) MOST_RATIO * zip.length);
            while (in.getNextEntry() != null) {
                // Also at its end, where the checksum is compared.
                var content = in.readNBytes((int) left + 1);
                left -= content.length;
                files.add(content);
                if (left < 0 || files.size() > MOST_FILES) {
                    throw new UnreadableBill("an archive that holds more than a bill would");
                }
            }
            return files;
        } catch (IOException e) {
            throw new UnreadableBill("an archive that is cut or damaged", e);
        }
    }
}
