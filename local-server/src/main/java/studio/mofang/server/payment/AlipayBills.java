package studio.mofang.server.payment;

import com.alipay.api.domain.AlipayDataDataserviceBillDownloadurlQueryModel;
import com.alipay.api.request.AlipayDataDataserviceBillDownloadurlQueryRequest;
import java.time.LocalDate;
import studio.mofang.server.payment.bill.AlipayBillFile;
import studio.mofang.server.payment.bill.Bill;
import studio.mofang.server.payment.bill.UnreadableBill;

/// Alipay's bills of trades: one asks where the file is (`alipay.data.dataservice.bill.downloadurl.query`) and has
/// half a minute to fetch it.
final class AlipayBills implements BillSource {
    private final AlipayCalls calls;
    private final BillDownload download;

    AlipayBills(AlipayMerchant merchant) {
        calls = new AlipayCalls(merchant);
        download = new BillDownload(merchant.gateway().getHost());
    }

    @Override
    public String gateway() {
        return AlipayGateway.NAME;
    }

    @Override
    public Bill bill(LocalDate date) throws GatewayException, UnreadableBill {
        var model = new AlipayDataDataserviceBillDownloadurlQueryModel();
        model.setBillType("trade");
        model.setBillDate(date.toString());
        var request = new AlipayDataDataserviceBillDownloadurlQueryRequest();
        request.setBizModel(model);
        var answer = calls.call(request);
        if (answer.withoutBill()) {
            return new Bill.None();
        }
        var url = answer.response().getBillDownloadUrl();
        if (!answer.succeeded() || url == null) {
            throw AlipayCalls.refused("no bill of " + date, answer);
        }
        return new Bill.Lines(AlipayBillFile.movements(download.file(url)));
    }
}
