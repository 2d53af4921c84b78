package studio.mofang.core.content;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// The AI label as pictures carry it: the XMP property `TC260:AIGC` (GB 45438-2025, practice guide of
/// TC260).
final class XmpLabel {
    private static final Pattern PROPERTY =
            Pattern.compile("<TC260:AIGC>(.*?)</TC260:AIGC>|TC260:AIGC=\"([^\"]*)\"", Pattern.DOTALL);

    private XmpLabel() {}

    static byte[] write(AiLabel label) {
        var packet = """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/">
                <TC260:AIGC>%s</TC260:AIGC>
                </rdf:Description>
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="w"?>""".formatted(escaped(label.json()));
        return packet.getBytes(StandardCharsets.UTF_8);
    }

    /// Empty where the packet carries no label.
    static Optional<AiLabel> read(byte[] packet) {
        var property = PROPERTY.matcher(new String(packet, StandardCharsets.UTF_8));
        return property.find()
                ? AiLabel.fromJson(unescaped(property.group(1) == null ? property.group(2) : property.group(1)))
                : Optional.empty();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&")
                .strip();
    }
}
