package studio.mofang.server.media;

/// A bucket of S3 or of whatever speaks like it. `url` leads to the bucket, its name in the host or in the path, and
/// may go on with a prefix.
public record Bucket(String url, String region, String accessKey, String secretKey) {
    @Override
    public String toString() {
        return "Bucket[" + url + " in " + region + "]";
    }
}
