package studio.mofang.server.vault;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import studio.mofang.core.Fault;
import studio.mofang.core.Vaults;
import studio.mofang.server.db.Custody;
import studio.mofang.server.db.Keeping.Trouble;
import studio.mofang.server.keychain.Keychain;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.Reply;

/// Where the key lives; in the studio also a copy of it, and the ways back. No request and no answer carries the key:
/// the studio's own server reads and writes files that the person names. Other servers do nothing of the kind. Done
/// twice, each comes to the same.
public final class VaultRoutes {
    private final Custody custody;
    private final boolean embedded;

    public VaultRoutes(Custody custody, boolean embedded) {
        this.custody = custody;
        this.embedded = embedded;
    }

    public void register(Api api) {
        api.get("/vault")
                .adminOnly()
                .summary("加密密钥保管在哪里")
                .answers(Vaults.Keeping.class)
                .handle((_, _) -> Reply.of(keeping()));
        if (embedded) {
            api.post("/vault/ask")
                    .adminOnly()
                    .ignoresIdempotency()
                    .summary("再问一次系统钥匙串")
                    .answers(Vaults.Keeping.class)
                    .handle((_, _) -> ask());
            api.post("/vault/export", Vaults.KeyFile.class)
                    .adminOnly()
                    .ignoresIdempotency()
                    .summary("把密钥导出到本机的文件")
                    .answers(Vaults.Keeping.class)
                    .handle(this::export);
            api.post("/vault/restore", Vaults.KeyFile.class)
                    .adminOnly()
                    .ignoresIdempotency()
                    .summary("从导出的文件放回密钥")
                    .answers(Vaults.Keeping.class)
                    .handle(this::restore);
            api.post("/vault/start-over")
                    .adminOnly()
                    .ignoresIdempotency()
                    .summary("密钥已丢失：放弃它加密的内容，换一把新的")
                    .answers(Vaults.Keeping.class)
                    .handle((_, _) -> startOver());
        }
    }

    private Reply ask() {
        custody.ask();
        return Reply.of(keeping());
    }

    private Reply export(Call call, Vaults.KeyFile target) {
        var path = path(target);
        try {
            custody.export(path);
        } catch (IOException e) {
            throw new Problem(Fault.BAD_REQUEST, "无法写入 " + path + "，请换一个文件夹", e);
        }
        return Reply.of("密钥已导出", keeping());
    }

    private Reply restore(Call call, Vaults.KeyFile copy) {
        var path = path(copy);
        try {
            return switch (custody.bringBack(path)) {
                case OPENED -> Reply.of("密钥已放回", keeping());
                case NO_KEY -> throw Problem.invalid("file", "这个文件里没有密钥，请选择导出的密钥文件");
                case KEY_OF_ANOTHER_STORE -> throw Problem.invalid("file", "这个密钥打不开这里的数据，请选择与这份数据一起导出的密钥文件");
            };
        } catch (IOException e) {
            throw new Problem(Fault.BAD_REQUEST, "无法读取或保存密钥文件 " + path, e);
        }
    }

    private Reply startOver() {
        try {
            if (!custody.startOver()) {
                throw new Problem(Fault.CONFLICT, "系统钥匙串还没有说密钥不在，请先解锁或等它答复");
            }
            return Reply.of("已换上新的密钥", keeping());
        } catch (IOException e) {
            throw new Problem(Fault.BAD_REQUEST, "数据文件夹无法写入", e);
        }
    }

    private Vaults.Keeping keeping() {
        var now = custody.keeping();
        return new Vaults.Keeping(
                now.place().word(),
                !custody.vault().closed(),
                custody.keychain().map(Keychain.Kind::word).orElse(null),
                Optional.ofNullable(now.trouble()).map(Trouble::word).orElse(null));
    }

    private static Path path(Vaults.KeyFile named) {
        var file = named.file();
        if (file == null || file.isBlank()) {
            throw Problem.invalid("file", "请选择一个文件");
        }
        try {
            var path = Path.of(file);
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException _) {
            // Answered as every other path that is none.
        }
        throw Problem.invalid("file", "请给出文件的完整路径");
    }
}
