/// Builds what a person installs: the runtime, the start-up cache, the application image and its installers.
@NullMarked
package studio.mofang.packaging;

import org.jspecify.annotations.NullMarked;
