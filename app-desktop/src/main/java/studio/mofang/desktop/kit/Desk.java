package studio.mofang.desktop.kit;

/// What every screen works with: its words, where it speaks to the person, and the desktop around it.
public record Desk(Messages messages, Toasts toasts, Overlay overlay, Outside outside) {
    public String text(String key, Object... values) {
        return messages.text(key, values);
    }
}
