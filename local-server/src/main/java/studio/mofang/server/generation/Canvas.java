package studio.mofang.server.generation;

import studio.mofang.server.model.ImageSize;

/// What a picture becomes once it is drawn: its title, the size that the person wanted beside the one that the model
/// was asked for, and whether it owes the AI mark. `word` is what the answer says beside it.
record Canvas(String title, ImageSize wanted, ImageSize asked, boolean artificial, String word) {
    /// The line of the ledger.
    String description() {
        return "生成图片《" + title + "》";
    }
}
