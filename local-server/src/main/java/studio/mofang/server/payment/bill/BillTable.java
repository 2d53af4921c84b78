package studio.mofang.server.payment.bill;

import java.math.BigDecimal;
import java.util.List;
import studio.mofang.core.Money;

/// The columns of a bill by name. Providers add columns and change their order; what is missing or does not fit makes
/// the bill unreadable rather than wrong.
final class BillTable {
    static final int MOST_ROWS = 100_000;
    private static final int LONGEST_NUMBER = 64;

    private final List<String> columns;

    BillTable(List<String> columns) {
        this.columns = columns.stream().map(BillTable::bare).toList();
    }

    Row row(List<String> fields) throws UnreadableBill {
        if (fields.size() != columns.size()) {
            throw new UnreadableBill("a line of " + fields.size() + " fields under " + columns.size() + " columns");
        }
        return new Row(fields);
    }

    /// Without the unit that some columns name: `订单金额（元）`.
    private static String bare(String column) {
        return column.strip().replaceFirst("[(（]元[)）]$", "");
    }

    final class Row {
        private final List<String> fields;

        private Row(List<String> fields) {
            this.fields = fields;
        }

        /// The content of the first of these columns that the bill has.
        String text(String... names) throws UnreadableBill {
            for (var name : names) {
                int at = columns.indexOf(name);
                if (at >= 0) {
                    return fields.get(at).strip();
                }
            }
            throw new UnreadableBill("no column " + String.join(" or ", names));
        }

        /// A number of an order, a transaction or a refund.
        String number(String... names) throws UnreadableBill {
            var number = text(names);
            if (number.length() > LONGEST_NUMBER) {
                throw new UnreadableBill("a number of " + number.length() + " characters: " + names[0]);
            }
            return number;
        }

        Money money(String... names) throws UnreadableBill {
            var text = text(names);
            try {
                return Money.of(new BigDecimal(text));
            } catch (ArithmeticException | NumberFormatException e) {
                throw new UnreadableBill("no amount of money: " + text, e);
            }
        }
    }
}
