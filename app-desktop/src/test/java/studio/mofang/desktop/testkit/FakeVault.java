package studio.mofang.desktop.testkit;

import static studio.mofang.desktop.testkit.Wire.ok;
import static studio.mofang.desktop.testkit.Wire.read;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import studio.mofang.core.Vaults.Keeping;
import studio.mofang.core.Vaults.KeyFile;

/// The key's whereabouts: in the keychain, until a test says otherwise.
public final class FakeVault {
    private final List<String> files = new ArrayList<>();
    private Keeping keeping = new Keeping("keychain", true, "secret_service", null);

    public synchronized void becomes(String place, boolean open, String trouble) {
        keeping = new Keeping(place, open, "secret_service", trouble);
    }

    /// Which files were named so far, and for what.
    public synchronized List<String> files() {
        return List.copyOf(files);
    }

    synchronized MockResponse answer(RecordedRequest request, String[] parts) {
        if (parts.length == 1) {
            return ok(keeping);
        }
        switch (parts[1]) {
            case "ask" -> becomes(keeping.place(), keeping.open(), "waiting");
            case "export", "restore" ->
                files.add(parts[1] + " "
                        + read(request, new TypeReference<KeyFile>() {}).file());
            case "start-over" -> becomes("file", true, "waiting");
            default -> throw new AssertionError("the server knows no " + parts[1]);
        }
        if (parts[1].equals("restore")) {
            becomes("file", true, "waiting");
        }
        return ok(keeping);
    }
}
