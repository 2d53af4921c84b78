package studio.mofang.server.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// The first file of a `multipart/form-data` body (RFC 7578). Its name is of no interest: files are typed by content.
final class Multipart {
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)multipart/form-data;.*?boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))");
    private static final Pattern FILE = Pattern.compile("(?im)^content-disposition:.*;\\s*filename\\*?=");
    private static final byte[] BLANK_LINE = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private Multipart() {}

    static boolean is(String contentType) {
        return contentType.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    static Optional<byte[]> file(String contentType, byte[] body) {
        var boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return Optional.empty();
        }
        var name = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        return file(body, ("--" + name).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Optional<byte[]> file(byte[] body, byte[] delimiter) {
        int part = indexOf(body, delimiter, 0);
        while (part >= 0) {
            int headers = part + delimiter.length;
            int content = indexOf(body, BLANK_LINE, headers);
            int end = content < 0 ? -1 : indexOf(body, endOfPart(delimiter), content + 2);
            if (end < 0) {
                return Optional.empty();
            }
            var head = new String(body, headers, content - headers, StandardCharsets.UTF_8);
            if (FILE.matcher(head).find()) {
                return Optional.of(Arrays.copyOfRange(body, content + BLANK_LINE.length, Math.max(end, content + 4)));
            }
            part = end + 2;
        }
        return Optional.empty();
    }

    private static byte[] endOfPart(byte[] delimiter) {
        var end = new byte[delimiter.length + 2];
        end[0] = '\r';
        end[1] = '\n';
        System.arraycopy(delimiter, 0, end, 2, delimiter.length);
        return end;
    }

    private static int indexOf(byte[] body, byte[] wanted, int from) {
        for (int at = from; at <= body.length - wanted.length; at++) {
            if (body[at] == wanted[0] && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
