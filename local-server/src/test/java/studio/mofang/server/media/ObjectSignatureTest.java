package studio.mofang.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class ObjectSignatureTest {
    /// The example "GET Object" of the Amazon S3 API reference, "Signature Calculations for the Authorization Header".
    @Test
    void theExampleOfTheReferenceIsSignedAsThere() {
        var bucket = new Bucket(
                "https://examplebucket.s3.amazonaws.com",
                "us-east-1",
                "AKIAIOSFODNN7EXAMPLE",
                "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        var headers = new ObjectSignature(bucket, Instant.parse("2013-05-24T00:00:00Z"))
                .headers(
                        "GET",
                        HttpUrl.get("https://examplebucket.s3.amazonaws.com/test.txt"),
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                        new TreeMap<>(Map.of("range", "bytes=0-9")));
        assertThat(headers.get("authorization"))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                        + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                        + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }
}
