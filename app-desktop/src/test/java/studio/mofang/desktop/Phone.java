package studio.mofang.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/// What a person holds in front of the screen.
final class Phone {
    private Phone() {}

    /// The text of the QR code in the window; held there until it reads, for dialogs slide in.
    static String scans(Driver person) {
        var read = new AtomicReference<String>();
        person.awaitThat(() -> {
            try {
                read.set(scans(person.picture()));
                return true;
            } catch (ReaderException _) {
                return false;
            }
        });
        return read.get();
    }

    /// The text of the QR code that is to be seen somewhere in the picture.
    static String scans(BufferedImage picture) throws ReaderException {
        var bits = new HybridBinarizer(new BufferedImageLuminanceSource(picture));
        return new QRCodeReader().decode(new BinaryBitmap(bits)).getText();
    }

    /// Does what a person does who scanned the code: opens its page and presses its first button.
    static void pays(String address) throws Exception {
        try (var browser = HttpClient.newHttpClient()) {
            var page = browser.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
            var button = Pattern.compile("<button[^>]*name=\"(\\w+)\" value=\"(\\w+)\"")
                    .matcher(page.body());
            assertThat(button.find()).as(page.body()).isTrue();
            var pressed = browser.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(button.group(1) + "=" + button.group(2)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(pressed.statusCode()).as(pressed.body()).isLessThan(400);
        }
    }
}
