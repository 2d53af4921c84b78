/// A typed client of the API: one class per feature, a route as a method, every failure an ApiException.
@NullMarked
package studio.mofang.client;

import org.jspecify.annotations.NullMarked;
