/// Full-text search of creations: a Lucene index that is nothing but a cache of the database.
@NullMarked
package studio.mofang.server.creation.search;

import org.jspecify.annotations.NullMarked;
