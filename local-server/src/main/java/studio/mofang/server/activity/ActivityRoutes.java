package studio.mofang.server.activity;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Optional;
import java.util.Set;
import studio.mofang.core.Activities;
import studio.mofang.core.Page;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.Reply;

/// Sections 9.1 to 9.3 of the contract, ending an activity, and the caller's participations.
final class ActivityRoutes {
    private static final Set<String> STATUSES = Set.of(Activities.UPCOMING, Activities.ACTIVE, Activities.ENDED);

    private final ActivityService activities;

    ActivityRoutes(ActivityService activities) {
        this.activities = activities;
    }

    void register(Api api) {
        api.post("/operation/activities", Activities.Draft.class)
                .adminOnly()
                .summary("创建活动")
                .answers(Activities.Activity.class)
                .handle((call, body) ->
                        Reply.of("活动创建成功", activities.create(call.userId(), ActivityForm.checked(body))));
        api.get("/operation/activities")
                .query("status", "upcoming、active 或 ended")
                .paged()
                .summary("获取活动列表")
                .answers(new TypeReference<Page<Activities.Activity>>() {})
                .handle((call, _) -> Reply.of(activities.list(call.userId(), status(call), call.paging())));
        api.post("/operation/activities/{activity_id}/participate")
                .summary("参与活动")
                .answers(Activities.Participation.class)
                .handle((call, _) -> Reply.of("参与成功", activities.participate(call.userId(), call.id("activity_id"))));
        api.post("/operation/activities/{activity_id}/end")
                .adminOnly()
                .summary("提前结束活动")
                .answers(Activities.Activity.class)
                .handle((call, _) -> Reply.of("活动已结束", activities.end(call.id("activity_id"))));
        api.get("/operation/my-participations")
                .paged()
                .summary("获取我参与的活动")
                .answers(new TypeReference<Page<Activities.Participation>>() {})
                .handle((call, _) -> Reply.of(activities.participations(call.userId(), call.paging())));
    }

    private static Optional<String> status(Call call) {
        var wanted = call.query("status");
        wanted.filter(status -> !STATUSES.contains(status)).ifPresent(_ -> {
            throw Problem.invalid("status", "只能是 active、ended、upcoming 之一");
        });
        return wanted;
    }
}
