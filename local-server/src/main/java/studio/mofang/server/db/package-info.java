/// The only door to SQL: opening the store, transactions, migrations, durability, sealed secrets, change sequences.
@NullMarked
package studio.mofang.server.db;

import org.jspecify.annotations.NullMarked;
