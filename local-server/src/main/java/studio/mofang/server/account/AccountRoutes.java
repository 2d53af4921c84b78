package studio.mofang.server.account;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import studio.mofang.core.Accounts;
import studio.mofang.core.Fault;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Check;
import studio.mofang.server.web.Limit;
import studio.mofang.server.web.Limits;
import studio.mofang.server.web.NoBody;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.Reply;

/// Chapter 1 of the contract, and signing out, changing the password, listing and ending sessions.
public final class AccountRoutes {
    private static final Pattern USERNAME = Pattern.compile("[\\p{IsHan}A-Za-z0-9_]{3,32}");
    /// Possessive: a plain group that repeats recurses once per dot, and a long address would overflow the stack.
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]++(?:\\.[^@\\s.]++)++");
    private static final Pattern PASSWORD = Pattern.compile("(?=.*\\p{L})(?=.*\\d).{8,128}", Pattern.DOTALL);

    private static final int LONGEST_EMAIL = 254;

    private final AccountService accounts;
    private final SessionService sessions;
    private final SigningKeys keys;
    private final Limits limits;

    public AccountRoutes(AccountService accounts, SessionService sessions, SigningKeys keys, Limits limits) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.keys = keys;
        this.limits = limits;
    }

    public void register(Api api) {
        registerEntrances(api);
        registerSessions(api);
    }

    private void registerEntrances(Api api) {
        api.post("/auth/register", Accounts.Registration.class)
                .open()
                .handlesIdempotency()
                .limit(Limit.AUTH)
                .summary("用户注册")
                .answers(Accounts.Profile.class)
                .handle(this::register);
        api.post("/auth/login", Accounts.Login.class)
                .open()
                .handlesIdempotency()
                .limit(Limit.AUTH)
                .summary("用户登录")
                .answers(Accounts.Tokens.class)
                .handle(this::login);
        api.post("/auth/refresh")
                .open()
                .handlesIdempotency()
                .limit(Limit.AUTH)
                .summary("刷新Token")
                .answers(Accounts.Refreshed.class)
                .handle((call, _) -> call.stored(Reply.of("Token刷新成功", accounts.refresh(call.bearer()))));
    }

    private void registerSessions(Api api) {
        api.get("/auth/me")
                .summary("获取当前用户信息")
                .answers(Accounts.Profile.class)
                .handle((call, _) -> Reply.of(accounts.profile(call.userId())));
        api.post("/auth/logout").summary("退出登录").handle(this::logout);
        api.post("/auth/password", Accounts.PasswordChange.class)
                .handlesIdempotency()
                .limit(Limit.AUTH)
                .summary("修改密码")
                .handle(this::changePassword);
        api.get("/auth/sessions")
                .summary("登录中的设备")
                .answers(new TypeReference<List<Accounts.SignIn>>() {})
                .handle((call, _) -> Reply.of(sessions.list(call.caller())));
        api.delete("/auth/sessions/{id}").summary("让一台设备退出登录").handle(this::endSession);
        api.post("/auth/keys/rotate").adminOnly().summary("更换令牌签名密钥").handle((_, _) -> {
            keys.rotate();
            return Reply.done("签名密钥已更换");
        });
    }

    private Reply register(Call call, Accounts.Registration body) {
        var check = new Check();
        var username = check.text("username", body.username(), 3, 32);
        check.that(USERNAME.matcher(username).matches(), "username", "用户名为 3–32 位中文、字母、数字或下划线");
        var email = check.text("email", body.email(), 3, LONGEST_EMAIL);
        check.that(isEmail(email), "email", "邮箱格式不正确");
        var password = checkedPassword(check, "password", body.password());
        var code = check.optionalText("referral_code", body.referralCode(), 12);
        check.done();
        var wanted = new AccountService.Registration(username, email, password, code.orElse(null));
        return call.answered().orElseGet(() -> {
            var hashed = accounts.hashed(wanted);
            return call.once(() -> Reply.of("注册成功", accounts.register(hashed)));
        });
    }

    private Reply login(Call call, Accounts.Login body) {
        var check = new Check();
        var username = check.text("username", body.username(), 1, 64);
        var password = check.text("password", body.password(), 1, 128);
        check.done();
        limits.exceeded(Limit.AUTH, "name:" + username.toLowerCase(Locale.ROOT)).ifPresent(AccountRoutes::wait);
        var verified = accounts.verified(username, password);
        return call.once(() -> Reply.of("登录成功", accounts.signedIn(verified, call.device())));
    }

    private Reply logout(Call call, NoBody body) {
        Optional.ofNullable(call.caller().sessionId()).ifPresent(id -> sessions.end(call.userId(), id));
        return Reply.done("已退出登录");
    }

    private Reply changePassword(Call call, Accounts.PasswordChange body) {
        var check = new Check();
        var old = check.text("old_password", body.oldPassword(), 1, 128);
        var fresh = checkedPassword(check, "new_password", body.newPassword());
        check.done();
        return call.answered().orElseGet(() -> {
            var change = accounts.verifiedChange(call.caller(), old, fresh);
            return call.once(() -> {
                accounts.changePassword(change);
                return Reply.done("密码已修改，其他设备已退出登录");
            });
        });
    }

    private Reply endSession(Call call, NoBody body) {
        if (!sessions.end(call.userId(), sessionId(call))) {
            throw new Problem(Fault.NOT_FOUND);
        }
        return Reply.done("该设备已退出登录");
    }

    private static String checkedPassword(Check check, String field, @org.jspecify.annotations.Nullable String given) {
        var password = check.text(field, given, 1, 128);
        check.that(PASSWORD.matcher(password).matches(), field, "密码为 8–128 位，须同时包含字母和数字");
        return password;
    }

    private static boolean isEmail(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_EMAIL
                && EMAIL.matcher(text).matches();
    }

    private static UUID sessionId(Call call) {
        try {
            return UUID.fromString(call.path("id"));
        } catch (IllegalArgumentException e) {
            throw new Problem(Fault.NOT_FOUND, Fault.NOT_FOUND.message(), e);
        }
    }

    private static void wait(Duration retryAfter) {
        throw Problem.tooManyRequests(retryAfter);
    }
}
