package studio.mofang.server.activity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import studio.mofang.core.Activities;
import studio.mofang.core.BeijingTime;
import studio.mofang.core.Fault;
import studio.mofang.core.Page;
import studio.mofang.server.activity.ParticipationRepository.Part;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.web.Paging;
import studio.mofang.server.web.Problem;

/// Activities as admins make and end them, and as users take part. What happens without anybody's asking is
/// `Promotions`'.
final class ActivityService {
    private final Database database;
    private final Gifts gifts;
    private final InstantSource clock;
    private final ActivityRepository activities = new ActivityRepository();
    private final ParticipationRepository parts = new ParticipationRepository();

    ActivityService(Database database, CreditService credits, InstantSource clock) {
        this.database = database;
        this.gifts = new Gifts(credits);
        this.clock = clock;
    }

    Activities.Activity create(long admin, ActivityForm form) {
        return shown(database.writeDurably(tx -> activities.insert(tx, form, admin, clock.instant())));
    }

    /// From now on nobody can take part, and it changes no price and no reward.
    Activities.Activity end(long id) {
        database.writeDurably(tx -> {
            activities.end(tx, id, clock.instant());
            return id;
        });
        return shown(id);
    }

    Page<Activities.Activity> list(long userId, Optional<String> status, Paging paging) {
        var now = clock.instant();
        return database.read(sql -> {
            var page = activities.newest(sql, status, now, paging);
            var ids = page.stream().map(Activity::id).toList();
            var mine = ids.isEmpty() ? Set.<Long>of() : parts.among(sql, userId, ids);
            return paging.page(
                    activities.count(sql, status, now),
                    page,
                    activity -> shown(activity, mine.contains(activity.id())));
        });
    }

    /// Throws Problem: ACTIVITY_ENDED before, after or once ended; CONFLICT for the second time.
    Activities.Participation participate(long userId, long id) {
        return database.writeDurably(tx -> {
            long change = ChangeSequence.next(tx, userId);
            var activity = activities.find(tx, id).orElseThrow(() -> new Problem(Fault.NOT_FOUND));
            var now = clock.instant();
            refuse(activity, now);
            if (parts.exists(tx, userId, id)) {
                throw new Problem(Fault.CONFLICT, "您已参加过活动“" + activity.name() + "”，每人限一次").because("activity_joined");
            }
            long credits = activity.benefit() instanceof Benefit.Gift gift ? gift.credits() : 0;
            parts.insert(tx, new Part(userId, id, credits, null, now), change);
            if (credits > 0) {
                gifts.give(userId, activity, credits);
            }
            return new Activities.Participation(
                    id, activity.name(), activity.benefit().type().word(), credits, null, now);
        });
    }

    Page<Activities.Participation> participations(long userId, Paging paging) {
        return database.read(sql -> paging.page(parts.count(sql, userId), parts.newest(sql, userId, paging)));
    }

    private static void refuse(Activity activity, Instant now) {
        if (activity.upcoming(now)) {
            var start = BeijingTime.write(activity.startsAt()).replace('T', ' ');
            throw new Problem(Fault.ACTIVITY_ENDED, "活动“" + activity.name() + "”还没有开始，开始时间为 " + start)
                    .because("activity_upcoming");
        }
        if (activity.ended(now)) {
            throw new Problem(Fault.ACTIVITY_ENDED, "活动“" + activity.name() + "”已结束，请查看其他活动");
        }
    }

    private Activities.Activity shown(long id) {
        return database.read(sql -> activities.find(sql, id))
                .map(activity -> shown(activity, false))
                .orElseThrow(() -> new Problem(Fault.NOT_FOUND));
    }

    private Activities.Activity shown(Activity activity, boolean participated) {
        return new Activities.Activity(
                activity.id(),
                activity.name(),
                activity.benefit().type().word(),
                activity.description(),
                activity.benefit().config(),
                activity.startsAt(),
                activity.over(),
                activity.status(clock.instant()),
                participated,
                activity.createdAt());
    }
}
