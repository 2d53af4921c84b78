package studio.mofang.desktop.shell;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.slf4j.LoggerFactory;
import studio.mofang.desktop.kit.Outside;

/// The real desktop: the system's own file dialog, and whatever program it opens an address with.
public final class SystemOutside implements Outside {
    private final Stage stage;

    public SystemOutside(Stage stage) {
        this.stage = stage;
    }

    @Override
    public Optional<Path> fileToSave(String name) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(name);
        var kind = "*" + name.substring(name.lastIndexOf('.'));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, kind));
        return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> fileToOpen(String... extensions) {
        var chooser = new FileChooser();
        var kinds = Stream.of(extensions).map(extension -> "*" + extension).toList();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(String.join(" ", kinds), kinds));
        return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
    }

    @Override
    public void open(URI address) {
        try {
            new ProcessBuilder(opener(address.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LoggerFactory.getLogger(SystemOutside.class).warn("{} cannot be opened", address, e);
        }
    }

    private static List<String> opener(String address) {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return List.of("open", address);
        }
        return system.contains("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
                : List.of("xdg-open", address);
    }
}
