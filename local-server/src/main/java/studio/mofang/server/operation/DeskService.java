package studio.mofang.server.operation;

import java.time.InstantSource;
import java.util.Optional;
import studio.mofang.core.Fault;
import studio.mofang.core.Operations.Sale;
import studio.mofang.core.Operations.User;
import studio.mofang.core.Operations.UserChange;
import studio.mofang.core.Page;
import studio.mofang.server.account.AccountService;
import studio.mofang.server.db.Database;
import studio.mofang.server.web.Paging;
import studio.mofang.server.web.Problem;

/// Users and orders as the operator's desk lists them. Changing a user is the account feature's.
final class DeskService {
    private final Database database;
    private final AccountService accounts;
    private final InstantSource clock;
    private final DeskRepository lists = new DeskRepository();

    DeskService(Database database, AccountService accounts, InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    Page<User> users(Optional<String> search, Paging paging) {
        return database.read(sql ->
                paging.page(lists.countUsers(sql, search), lists.newestUsers(sql, search, clock.instant(), paging)));
    }

    Page<Sale> orders(Optional<String> search, Optional<String> status, Paging paging) {
        return database.read(sql ->
                paging.page(lists.countOrders(sql, search, status), lists.newestOrders(sql, search, status, paging)));
    }

    User change(long admin, long userId, UserChange change) {
        if (admin == userId) {
            throw Problem.invalid("id", "不能更改自己的角色或停用自己，请让另一位管理员操作");
        }
        accounts.change(userId, change.role(), change.disabled());
        return database.read(sql -> lists.user(sql, userId, clock.instant()))
                .orElseThrow(() -> new Problem(Fault.NOT_FOUND));
    }
}
