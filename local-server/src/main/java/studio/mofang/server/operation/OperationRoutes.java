package studio.mofang.server.operation;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Optional;
import java.util.Set;
import studio.mofang.core.Operations;
import studio.mofang.core.Page;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Check;
import studio.mofang.server.web.Reply;

/// Section 9.10 of the contract, its export, and the lists of users and orders; all for admins.
final class OperationRoutes {
    private static final int LONGEST_SEARCH = 64;
    private static final Set<String> STATUSES = Set.of("pending", "paid", "closed", "paid_late", "refunded");
    private static final Set<String> ROLES = Set.of("user", "admin");

    private final StatisticsService statistics;
    private final DeskService desk;

    OperationRoutes(StatisticsService statistics, DeskService desk) {
        this.statistics = statistics;
        this.desk = desk;
    }

    void register(Api api) {
        api.get("/operation/statistics")
                .adminOnly()
                .query("start_date", "开始日期，如 2026-01-01；默认为三十天前")
                .query("end_date", "结束日期，含当天；默认为今天")
                .summary("获取运营统计")
                .answers(Operations.Statistics.class)
                .handle((call, _) -> Reply.of(statistics.of(range(call))));
        api.get("/operation/statistics/export")
                .adminOnly()
                .query("start_date", "开始日期，如 2026-01-01；默认为三十天前")
                .query("end_date", "结束日期，含当天；默认为今天")
                .summary("按天导出运营统计（CSV）")
                .answersAs("text/csv")
                .handle((call, _) -> export(range(call)));
        api.get("/operation/users")
                .adminOnly()
                .query("q", "用户名或邮箱的一部分")
                .paged()
                .summary("获取用户列表")
                .answers(new TypeReference<Page<Operations.User>>() {})
                .handle((call, _) -> Reply.of(desk.users(search(call), call.paging())));
        api.put("/operation/users/{user_id}", Operations.UserChange.class)
                .adminOnly()
                .summary("更改用户的角色，停用或恢复用户")
                .answers(Operations.User.class)
                .handle(this::change);
        api.get("/operation/orders")
                .adminOnly()
                .query("q", "订单号、优惠码，或用户名的一部分")
                .query("status", "pending、paid、closed、paid_late 或 refunded")
                .paged()
                .summary("获取全部订单列表")
                .answers(new TypeReference<Page<Operations.Sale>>() {})
                .handle((call, _) -> Reply.of(desk.orders(search(call), status(call), call.paging())));
    }

    private Reply change(Call call, Operations.UserChange body) {
        var check = new Check();
        if (body.role() != null) {
            check.oneOf("role", body.role(), ROLES);
        }
        check.that(body.role() != null || body.disabled() != null, "role", "请给出 role 或 disabled");
        check.done();
        return Reply.of("用户已更新", desk.change(call.userId(), call.id("user_id"), body));
    }

    private DateRange range(Call call) {
        return statistics.range(call.query("start_date"), call.query("end_date"));
    }

    private Reply export(DateRange range) {
        var name = "运营统计 " + range.start() + " 至 " + range.end() + ".csv";
        return new Reply.File("text/csv; charset=utf-8", name, statistics.csv(range));
    }

    private static Optional<String> search(Call call) {
        var check = new Check();
        var text = check.optionalText("q", call.query("q").orElse(null), LONGEST_SEARCH);
        check.done();
        return text.map(String::strip);
    }

    private static Optional<String> status(Call call) {
        var check = new Check();
        var status = call.query("status").map(given -> check.oneOf("status", given, STATUSES));
        check.done();
        return status;
    }
}
