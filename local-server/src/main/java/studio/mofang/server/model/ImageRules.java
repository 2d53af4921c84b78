package studio.mofang.server.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.mofang.core.CoverSize;

/// Which sizes a model draws. A smaller picture than it can draw is asked for larger and scaled down
/// afterwards. Sources: the model pages of DashScope (万相 and 千问图像) and OpenAI's image guide.
public sealed interface ImageRules {
    /// The size to ask the model for; empty where it cannot make this one.
    Optional<ImageSize> asked(ImageSize wanted);

    /// What comes nearest to it in the same shape; empty where it draws nothing of that shape.
    default Optional<ImageSize> nearest(ImageSize wanted) {
        return asked(wanted).map(_ -> wanted);
    }

    /// A sentence for the person who wanted another size.
    String sentence();

    /// Anything between so many pixels in all, within a range of ratios and with every side between the last two.
    record Area(long fewest, long most, double steepest, int shortestSide, int longestSide) implements ImageRules {
        private static final int STEP = 16;
        private static final int ANY = 1;

        @Override
        public Optional<ImageSize> asked(ImageSize wanted) {
            double steep = Math.max(wanted.ratio(), 1 / wanted.ratio());
            if (steep > steepest || wanted.pixels() > most || wanted.longest() > longestSide) {
                return Optional.empty();
            }
            if (enough(wanted)) {
                return Optional.of(wanted);
            }
            double pixels = Math.sqrt((double) fewest / wanted.pixels());
            double side = (double) shortestSide / wanted.shortest();
            var larger = wanted.times(Math.max(pixels, side), STEP);
            var asked = enough(larger) ? larger : new ImageSize(larger.width() + STEP, larger.height() + STEP);
            return Optional.of(asked).filter(size -> size.pixels() <= most && size.longest() <= longestSide);
        }

        private boolean enough(ImageSize size) {
            return size.pixels() >= fewest && size.shortest() >= shortestSide;
        }

        @Override
        public String sentence() {
            int side = (int) Math.sqrt(most);
            return "这个模型的图片总像素不能超过 " + side + "x" + side + "，单边不超过 " + longestSide + "，宽高比在 1:" + (int) steepest + " 到 "
                    + (int) steepest + ":1 之间";
        }
    }

    /// A few sizes and no others.
    record Fixed(List<ImageSize> sizes) implements ImageRules {
        public Fixed {
            sizes = List.copyOf(sizes);
        }

        @Override
        public Optional<ImageSize> asked(ImageSize wanted) {
            return sizes.stream()
                    .filter(size -> size.alike(wanted, CoverSize.ALIKE) && size.width() >= wanted.width())
                    .findFirst();
        }

        @Override
        public Optional<ImageSize> nearest(ImageSize wanted) {
            return asked(wanted)
                    .map(_ -> wanted)
                    .or(() -> sizes.stream()
                            .filter(size -> size.alike(wanted, CoverSize.ALIKE))
                            .max(Comparator.comparingLong(ImageSize::pixels)));
        }

        @Override
        public String sentence() {
            return "这个模型只支持以下尺寸及其等比缩小："
                    + sizes.stream().map(ImageSize::toString).collect(Collectors.joining("、"));
        }
    }

    /// By the name of the model; unknown ones of DashScope are taken for the newest.
    static ImageRules of(Endpoint endpoint) {
        return of(endpoint.dashscope(), endpoint.modelName());
    }

    static ImageRules of(boolean dashscope, String modelName) {
        return dashscope ? dashscope(modelName) : openAi(modelName);
    }

    private static ImageRules dashscope(String name) {
        if (name.startsWith("qwen-image-2")) {
            return new Area(512 * 512, 2048 * 2048, 4, Area.ANY, 2048);
        }
        if (name.startsWith("qwen-image")) {
            return fixed("1328x1328", "1664x928", "928x1664", "1472x1104", "1104x1472");
        }
        if (name.startsWith("wan2.2") || name.startsWith("wanx")) {
            return new Area(512 * 512, 1440 * 1440, 2.8, 512, 1440);
        }
        return new Area(1280 * 1280, 1440 * 1440, 4, Area.ANY, 4096);
    }

    private static ImageRules openAi(String name) {
        if (name.startsWith("gpt-image")) {
            return fixed("1024x1024", "1536x1024", "1024x1536");
        }
        if (name.startsWith("dall-e-3")) {
            return fixed("1024x1024", "1792x1024", "1024x1792");
        }
        if (name.startsWith("dall-e-2")) {
            return fixed("256x256", "512x512", "1024x1024");
        }
        return new Area(64 * 64, 4096 * 4096, 8, Area.ANY, 4096);
    }

    private static Fixed fixed(String... sizes) {
        return new Fixed(List.of(sizes).stream()
                .map(size -> ImageSize.read(size).orElseThrow())
                .toList());
    }
}
