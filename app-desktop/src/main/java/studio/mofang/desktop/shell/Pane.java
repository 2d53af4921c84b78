package studio.mofang.desktop.shell;

import java.util.function.Supplier;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.desktop.kit.Screen;

/// One entry of the navigation rail; its screen is built when it is first visited.
public record Pane(String id, String name, Feather icon, Supplier<Screen> screen) {}
