package studio.mofang.server.payment;

import com.wechat.pay.java.core.cipher.PrivacyDecryptor;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.service.billdownload.BillDownloadServiceExtension;
import com.wechat.pay.java.service.billdownload.DigestBillEntity;
import com.wechat.pay.java.service.billdownload.model.BillType;
import com.wechat.pay.java.service.billdownload.model.GetTradeBillRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Set;
import studio.mofang.server.payment.bill.Bill;
import studio.mofang.server.payment.bill.UnreadableBill;
import studio.mofang.server.payment.bill.WechatBillFile;

/// WeChat Pay's bills of trades. The file is not signed: the signed answer that names it carries its hash.
/// https://pay.weixin.qq.com/docs/merchant/apis/native-payment/get-trade-bill.html
final class WechatBills implements BillSource {
    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final Set<String> NONE = Set.of("NO_STATEMENT_EXIST");
    private static final Set<String> BEING_MADE = Set.of("STATEMENT_CREATING");

    private final BillDownloadServiceExtension bills;

    /// Nothing in a bill of trades is encrypted; the SDK asks for a decryptor all the same.
    WechatBills(HttpClient http, PrivacyDecryptor decryptor) {
        bills = new BillDownloadServiceExtension.Builder()
                .httpClient(http)
                .decryptor(decryptor)
                .build();
    }

    @Override
    public String gateway() {
        return WechatPayGateway.NAME;
    }

    @Override
    public Bill bill(LocalDate date) throws GatewayException, UnreadableBill {
        var request = new GetTradeBillRequest();
        request.setBillDate(date.toString());
        request.setBillType(BillType.ALL);
        try {
            var file = WechatPayCalls.call("bill of " + date, () -> verified(bills.getTradeBill(request)));
            return new Bill.Lines(WechatBillFile.movements(file));
        } catch (GatewayException e) {
            if (WechatPayCalls.refusedFor(e, NONE)) {
                return new Bill.None();
            }
            if (WechatPayCalls.refusedFor(e, BEING_MADE)) {
                return new Bill.NotYet();
            }
            throw e;
        }
    }

    private static byte[] verified(DigestBillEntity bill) {
        try (var content = bill.getInputStream()) {
            var bytes = content.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES || !bill.verifyHash()) {
                throw new IllegalStateException("a bill of " + bytes.length + " bytes that is not what was announced");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
