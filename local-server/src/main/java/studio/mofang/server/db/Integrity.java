package studio.mofang.server.db;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks the store over after an unclean stop, before anything is served (rule S6): whatever does not add up makes it
/// read-only until a backup is restored. Nothing is repaired by guessing.
public final class Integrity {
    private static final Logger log = LoggerFactory.getLogger(Integrity.class);

    private Integrity() {}

    /// One thing that must always hold; each returned sentence is a violation.
    public interface Rule {
        List<String> violations(DSLContext sql);
    }

    public static void checkAfterUncleanStop(Database database, UncleanStop stop, List<Rule> rules) {
        if (!stop.happened()) {
            return;
        }
        var violations = violations(database, rules);
        if (violations.isEmpty()) {
            log.info("The last stop was unclean; the store was looked over and is whole");
            return;
        }
        violations.forEach(violation -> log.error("The store is damaged: {}", violation));
        log.error("Serving read-only. Restore a backup with --restore FILE");
        database.refuseWrites();
    }

    static List<String> violations(Database database, List<Rule> rules) {
        var found = new ArrayList<String>();
        if (database.dialect() == SQLDialect.H2) {
            found.addAll(attempted(database, Integrity::indexesThatDisagree));
        }
        rules.forEach(rule -> found.addAll(attempted(database, rule)));
        return found;
    }

    /// A store so torn that a rule cannot even be asked is damaged, too.
    private static List<String> attempted(Database database, Rule rule) {
        try {
            return database.read(rule::violations);
        } catch (DataAccessException e) {
            return List.of("a check failed: " + e.getMessage());
        }
    }

    /// Every index must hold as many rows as its table: H2 stores them apart, and a torn store shows here.
    private static List<String> indexesThatDisagree(DSLContext sql) {
        var found = new ArrayList<String>();
        sql.resultQuery("""
                        select i.table_name, i.index_name, min(c.column_name)
                        from information_schema.indexes i
                        join information_schema.index_columns c
                          on c.index_schema = i.index_schema and c.index_name = i.index_name
                        where i.table_schema = 'public' and c.ordinal_position = 1
                        group by i.table_name, i.index_name""").fetch().forEach(index -> {
            var table = index.get(0, String.class);
            long rows = count(sql, "select count(*) from {0}", table, "", "");
            long indexed = count(
                    sql,
                    "select count(*) from (select {2} from {0} use index ({1}) order by {2})",
                    table,
                    index.get(1, String.class),
                    index.get(2, String.class));
            if (rows != indexed) {
                found.add(table + " has " + rows + " rows, its index " + index.get(1) + " " + indexed);
            }
        });
        return found;
    }

    private static long count(DSLContext sql, String query, String table, String index, String column) {
        var text = query.replace("{0}", quoted(table))
                .replace("{1}", quoted(index))
                .replace("{2}", quoted(column));
        return sql.resultQuery(text).fetchSingle().get(0, Long.class);
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
