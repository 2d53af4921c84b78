package studio.mofang.server.publish;

import java.io.Serial;
import java.util.Map;
import java.util.Set;
import studio.mofang.server.publish.PublishFailure.Kind;

/// What Kuaishou's `result` means for a person. Source: the error codes of its open platform and the result
/// codes of its own SDK for Java.
final class KuaishouErrors {
    static final int OK = 1;

    private static final int SERVER_FAULT = 100_200_500;
    private static final int TOO_FAST = 100_200_410;

    /// The access token is no good: it may be renewed.
    private static final Set<Integer> TOKEN_REFUSED = Set.of(100_200_102, 100_200_108);

    /// The person has taken the permission back, or its time is over.
    private static final Set<Integer> PERMISSION_ENDED = Set.of(100_200_109, 100_200_110, 100_200_111, 100_200_113);

    /// Right after a publication its photo is not there yet.
    private static final Set<Integer> NO_SUCH_PHOTO = Set.of(100_120_001, 120_001);

    private static final Map<Integer, String> REFUSALS = Map.of(
            10_000_200, "快手没有读懂请求的参数，请把这条信息反馈给墨坊",
            100_200_100, "快手没有读懂请求的参数，请把这条信息反馈给墨坊",
            100_200_101, "App ID、App Secret 或回调地址不对：请到快手开放平台 → 管理中心 → 应用详情 核对",
            100_200_105, "授权码不对、已用过或已过期：请重新打开授权页",
            100_200_106, "这个应用没有发布视频的权限：请到快手开放平台申请 user_video_publish",
            100_200_301, "快手的风控拒绝了这次请求，请在快手 App 里确认账号状态",
            120_002, "快手没有收全这个视频，请重试以重新上传",
            120_003, "快手没有发布成功，请在快手 App 里查看原因");

    private KuaishouErrors() {}

    static PublishFailure failure(int result, String words) {
        if (TOKEN_REFUSED.contains(result)) {
            return new TokenRefused();
        }
        if (PERMISSION_ENDED.contains(result)) {
            return new PermissionEnded();
        }
        if (NO_SUCH_PHOTO.contains(result)) {
            return new NoSuchPhoto();
        }
        return switch (result) {
            // "Internal error": nobody says that nothing was done.
            case SERVER_FAULT -> PublishFailure.unknown("快手的服务器出错（快手错误码 " + result + "）");
            case TOO_FAST -> PublishFailure.later("调用快手接口太频繁");
            default -> new Refusal(result, words);
        };
    }

    /// The access token is refused: it may be renewed.
    static final class TokenRefused extends PublishFailure {
        @Serial
        private static final long serialVersionUID = 1L;

        TokenRefused() {
            super(Kind.REFUSED, "快手不认可访问凭证");
        }
    }

    /// The person has to allow it anew.
    static final class PermissionEnded extends PublishFailure {
        @Serial
        private static final long serialVersionUID = 1L;

        PermissionEnded() {
            super(Kind.REFUSED, "快手授权已过期，请重新绑定后重试");
        }
    }

    /// The photo is not there, or not yet.
    static final class NoSuchPhoto extends PublishFailure {
        @Serial
        private static final long serialVersionUID = 1L;

        NoSuchPhoto() {
            super(Kind.LATER, "快手还没有登记这个视频");
        }
    }

    private static final class Refusal extends PublishFailure {
        @Serial
        private static final long serialVersionUID = 1L;

        Refusal(int result, String words) {
            super(
                    Kind.REFUSED,
                    REFUSALS.getOrDefault(result, "快手拒绝了请求：" + Quoted.words(words)) + "（快手错误码 " + result + "）");
        }
    }
}
