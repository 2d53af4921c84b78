/// Pictures, videos and decks of users: typed by their content, kept in a folder or in S3, served under signed
/// addresses that expire.
@NullMarked
package studio.mofang.server.media;

import org.jspecify.annotations.NullMarked;
