package studio.mofang.server.creation.search;

import java.util.List;

/// The database as the index reads it.
public interface EntrySource {
    /// Changes of the user's after `since`, in the order of their numbers.
    List<Entry> after(long userId, long since, int limit);

    /// How many creations changed after `since`.
    long pending(long userId, long since);

    /// The user's last change number.
    long last(long userId);
}
