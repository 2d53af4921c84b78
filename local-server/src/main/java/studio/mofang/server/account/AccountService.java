package studio.mofang.server.account;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Accounts;
import studio.mofang.core.Accounts.Profile;
import studio.mofang.core.Credits;
import studio.mofang.core.Fault;
import studio.mofang.server.account.AccountRepository.NewUser;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.web.Caller;
import studio.mofang.server.web.Problem;

/// Registers users and signs them in. The balance and membership of a profile come from the credit feature.
public final class AccountService {
    /// Without letters and digits that people mix up.
    private static final String CODE_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int CODE_LENGTH = 8;
    private static final String OWNER = "本机创作者";
    private static final String ADMIN = "admin";

    private final Database database;
    private final SessionService sessions;
    private final LongFunction<Credits.Balance> balances;
    private final Newcomers newcomers;
    private final InstantSource clock;
    private final AccountRepository users = new AccountRepository();
    private final Passwords passwords;
    private final SecureRandom random = new SecureRandom();

    public AccountService(
            Database database,
            SessionService sessions,
            LongFunction<Credits.Balance> balances,
            Newcomers newcomers,
            PasswordCost passwordCost,
            InstantSource clock) {
        this.passwords = new Passwords(passwordCost);
        this.newcomers = newcomers;
        this.database = database;
        this.sessions = sessions;
        this.balances = balances;
        this.clock = clock;
    }

    /// An accepted registration: every field has its shape.
    record Registration(
            String username,
            String email,
            String password,
            @Nullable String referralCode) {}

    /// A registration whose password has been hashed, which takes longer than a transaction may.
    record Hashed(Registration wanted, String hash) {}

    Hashed hashed(Registration wanted) {
        return new Hashed(wanted, passwords.hash(wanted.password()));
    }

    Profile register(Hashed registration) {
        return profile(inserted(registration.wanted(), registration.hash()));
    }

    /// A user who has shown the password that belongs to `hash`; `fresh` is there when it is to be stored anew.
    record Verified(User user, String hash, @Nullable String fresh) {}

    /// Throws 401, after the same work, also for users who do not exist.
    Verified verified(String username, String password) {
        var user = database.read(sql -> users.byName(sql, username));
        var hash = user.map(User::passwordHash).orElse(null);
        if (!passwords.matches(password, hash) || user.isEmpty() || hash == null) {
            throw new Problem(Fault.UNAUTHENTICATED, "用户名或密码不正确");
        }
        if (user.get().disabled()) {
            throw new Problem(Fault.FORBIDDEN, "账号已停用，请联系客服");
        }
        return new Verified(user.get(), hash, passwords.outdated(hash) ? passwords.hash(password) : null);
    }

    /// Refused when the password was changed since it was verified.
    Accounts.Tokens signedIn(Verified verified, String device) {
        var user = verified.user();
        var pair = database.writeDurably(tx -> {
            if (!users.lockedHash(tx, user.id()).equals(Optional.of(verified.hash()))) {
                throw new Problem(Fault.UNAUTHENTICATED, "用户名或密码不正确");
            }
            if (verified.fresh() != null) {
                users.passwordChanged(tx, user.id(), verified.fresh());
            }
            return sessions.signIn(user.id(), user.role(), device);
        });
        return new Accounts.Tokens(pair.access(), pair.refresh(), "bearer", profile(user.id()));
    }

    Accounts.Refreshed refresh(Optional<String> refreshToken) {
        return refreshToken
                .flatMap(sessions::refresh)
                .map(access -> new Accounts.Refreshed(access, "bearer"))
                .orElseThrow(() -> new Problem(Fault.UNAUTHENTICATED, "登录已失效，请重新登录"));
    }

    Profile profile(long userId) {
        var user = database.read(sql -> users.find(sql, userId)).orElseThrow(() -> new Problem(Fault.NOT_FOUND));
        var balance = balances.apply(userId);
        return new Profile(
                user.id(),
                user.username(),
                user.email(),
                balance.creditBalance(),
                balance.isMember(),
                balance.membershipType(),
                balance.membershipEndDate(),
                user.referralCode(),
                user.role());
    }

    /// What is null stays as it is. Somebody disabled is out on every node within seconds, and cannot sign in again; a
    /// new role counts from the next sign-in or look-up of a session on. Throws 404 for nobody.
    public void change(long userId, @Nullable String role, @Nullable Boolean disabled) {
        database.writeDurably(tx -> {
            if (users.find(tx, userId).isEmpty()) {
                throw new Problem(Fault.NOT_FOUND);
            }
            if (role != null) {
                users.roleChanged(tx, userId, role);
            }
            if (disabled != null) {
                users.disabled(tx, userId, disabled ? clock.instant() : null);
            }
            if (Boolean.TRUE.equals(disabled)) {
                sessions.endOthers(userId, null);
            }
            return userId;
        });
    }

    /// Throws 404 for nobody.
    public String referralCode(long userId) {
        return database.read(sql -> users.find(sql, userId))
                .map(User::referralCode)
                .orElseThrow(() -> new Problem(Fault.NOT_FOUND));
    }

    /// A change by somebody who has shown the old password.
    record Change(Caller caller, String fresh) {}

    Change verifiedChange(Caller caller, String oldPassword, String newPassword) {
        var user =
                database.read(sql -> users.find(sql, caller.userId())).orElseThrow(() -> new Problem(Fault.NOT_FOUND));
        if (!passwords.matches(oldPassword, user.passwordHash())) {
            throw Problem.invalid("old_password", "原密码不正确");
        }
        return new Change(caller, passwords.hash(newPassword));
    }

    /// Ends every other session in the same transaction: whoever knew the old password is out.
    void changePassword(Change change) {
        changed(change.caller().userId(), change.fresh(), change.caller().sessionId());
    }

    /// The user of this machine, made silently on the first start of an embedded server.
    public Caller localOwner() {
        var known = database.read(sql -> users.byName(sql, OWNER));
        long id = known.map(User::id)
                .orElseGet(() ->
                        database.writeDurably(tx -> insert(tx, OWNER, "owner@localhost", null, User.ROLE_ADMIN, null)));
        return new Caller(id, true, null);
    }

    /// Creates the user `admin`, or gives it this password again, as `MOFANG_ADMIN_PASSWORD` asks at start.
    public void ensureAdmin(String password) {
        var known = database.read(sql -> users.byName(sql, ADMIN));
        if (known.isEmpty()) {
            var hash = passwords.hash(password);
            database.writeDurably(tx -> insert(tx, ADMIN, "admin@localhost", hash, User.ROLE_ADMIN, null));
            return;
        }
        if (!passwords.matches(password, known.get().passwordHash())) {
            changed(known.get().id(), passwords.hash(password), null);
        }
        if (!known.get().admin()) {
            database.write(tx -> {
                users.roleChanged(tx, known.get().id(), User.ROLE_ADMIN);
                return known;
            });
        }
    }

    private void changed(long userId, String hash, @Nullable UUID kept) {
        database.writeDurably(tx -> {
            users.passwordChanged(tx, userId, hash);
            sessions.endOthers(userId, kept);
            return userId;
        });
    }

    private long inserted(Registration wanted, String hash) {
        try {
            return database.writeDurably(tx -> {
                refuseTaken(tx, wanted);
                var referrer = referrer(tx, wanted.referralCode());
                long id = insert(tx, wanted.username(), wanted.email(), hash, User.ROLE_USER, referrer);
                newcomers.joined(id, wanted.username(), referrer);
                return id;
            });
        } catch (DataAccessException e) {
            if (Database.duplicate(e)) {
                throw new Problem(Fault.CONFLICT, "用户名或邮箱已被注册", e);
            }
            throw e;
        }
    }

    private void refuseTaken(DSLContext tx, Registration wanted) {
        if (users.nameTaken(tx, wanted.username())) {
            throw new Problem(Fault.CONFLICT, "用户名已被注册，请换一个");
        }
        if (users.emailTaken(tx, wanted.email())) {
            throw new Problem(Fault.CONFLICT, "邮箱已被注册，请直接登录或换一个");
        }
    }

    private @Nullable Long referrer(DSLContext tx, @Nullable String code) {
        if (code == null) {
            return null;
        }
        return users.byReferralCode(tx, code)
                .map(User::id)
                .orElseThrow(() -> Problem.invalid("referral_code", "推荐码不存在"));
    }

    private long insert(
            DSLContext tx,
            String username,
            String email,
            @Nullable String hash,
            String role,
            @Nullable Long referredBy) {
        var user = new NewUser(
                UuidCreator.getTimeOrderedEpoch(), username, email, hash, role, newCode(), referredBy, clock.instant());
        long id = users.insert(tx, user);
        ChangeSequence.open(tx, id);
        return id;
    }

    private String newCode() {
        var code = new StringBuilder(CODE_LENGTH);
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(CODE_ALPHABET.charAt(random.nextInt(CODE_ALPHABET.length())));
        }
        return code.toString();
    }
}
