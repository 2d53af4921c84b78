/// The API's wire records, its closed list of error codes, and the rules that need no I/O.
@NullMarked
package studio.mofang.core;

import org.jspecify.annotations.NullMarked;
