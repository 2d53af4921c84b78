package studio.mofang.server.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/// H2's trigger on tables whose rows nobody may change or take away: the ledger, the payments (rule L1).
public final class AppendOnly implements Trigger {
    private static final String RESTRICTED = "23001";

    private String table = "";

    @Override
    public void init(Connection connection, String schema, String trigger, String tableName, boolean before, int type) {
        table = tableName;
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        throw new SQLException(table + " is append-only", RESTRICTED);
    }
}
