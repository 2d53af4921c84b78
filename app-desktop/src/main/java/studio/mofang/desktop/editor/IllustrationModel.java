package studio.mofang.desktop.editor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import studio.mofang.client.ApiException;
import studio.mofang.client.MediaApi;
import studio.mofang.core.Fault;
import studio.mofang.core.Media;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// Takes pictures from outside, files or what was copied, into the media store and then into a text.
final class IllustrationModel {
    static final int LARGEST_MEBIBYTES = 20;

    private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".gif", ".webp");

    private final Background background;
    private final Backend backend;

    /// A picture that lies outside. `name` is what the person knows it by.
    interface Source {
        String name();

        /// How large it is as a file; 0 where that is not known yet.
        default long size() throws Exception {
            return 0;
        }

        byte[] content() throws Exception;
    }

    /// How many are in the text now, and why one of the others is not.
    record Outcome(int inserted, Optional<Refusal> refusal) {}

    /// Why one picture is not in the text.
    sealed interface Refusal {
        String name();

        record NoPicture(String name) implements Refusal {}

        record TooLarge(String name) implements Refusal {}

        record Failed(String name, Exception problem) implements Refusal {}
    }

    IllustrationModel(Background background, Backend backend) {
        this.background = background;
        this.backend = backend;
    }

    /// How a text shows a picture of the media store, in all that is made of it.
    static String markdown(UUID picture) {
        return "![](" + Media.reference(picture) + ")";
    }

    static String[] endings() {
        return ENDINGS.toArray(String[]::new);
    }

    static boolean looksLikePicture(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    static List<Source> files(List<Path> files) {
        return files.stream().<Source>map(OnDisk::new).toList();
    }

    /// In their order, as one piece that is undone at once. Who opens another text meanwhile finds them in this one.
    void take(Manuscript into, List<Source> pictures, Consumer<Outcome> then) {
        background.run(
                () -> stored(pictures),
                stored -> {
                    if (!stored.ids().isEmpty()) {
                        into.insert(stored.ids().stream()
                                .map(IllustrationModel::markdown)
                                .collect(Collectors.joining("\n\n")));
                    }
                    then.accept(new Outcome(
                            stored.ids().size(), stored.refusals().stream().findFirst()));
                },
                problem -> then.accept(new Outcome(
                        0,
                        pictures.stream()
                                .map(Source::name)
                                .findFirst()
                                .map(name -> new Refusal.Failed(name, problem)))));
    }

    private record Stored(List<UUID> ids, List<Refusal> refusals) {}

    private Stored stored(List<Source> pictures) throws Exception {
        var media = backend.api().media();
        var ids = new ArrayList<UUID>();
        var refusals = new ArrayList<Refusal>();
        for (var picture : pictures) {
            store(media, picture, ids, refusals);
        }
        return new Stored(ids, refusals);
    }

    private static void store(MediaApi media, Source picture, List<UUID> ids, List<Refusal> refusals) {
        var name = picture.name();
        try {
            if (picture instanceof OnDisk(Path file) && !looksLikePicture(file)) {
                refusals.add(new Refusal.NoPicture(name));
            } else if (picture.size() > LARGEST_MEBIBYTES * 1024L * 1024L) {
                refusals.add(new Refusal.TooLarge(name));
            } else {
                var item = media.upload(picture.content());
                if (item.kind().equals("image")) {
                    ids.add(item.id());
                } else {
                    media.delete(item.id());
                    refusals.add(new Refusal.NoPicture(name));
                }
            }
        } catch (ApiException refused) {
            refusals.add(refusal(name, refused));
        } catch (Exception problem) { // whatever is wrong with one file, the others are taken
            refusals.add(new Refusal.Failed(name, problem));
        }
    }

    private static Refusal refusal(String name, ApiException refused) {
        if (refused.is(Fault.UNSUPPORTED_MEDIA)) {
            return new Refusal.NoPicture(name);
        }
        return refused.is(Fault.TOO_LARGE) ? new Refusal.TooLarge(name) : new Refusal.Failed(name, refused);
    }

    private record OnDisk(Path file) implements Source {
        @Override
        public String name() {
            return String.valueOf(file.getFileName());
        }

        @Override
        public long size() throws Exception {
            return Files.size(file);
        }

        @Override
        public byte[] content() throws Exception {
            return Files.readAllBytes(file);
        }
    }
}
