/// Models and their keys, look, language, where the data lie.
@NullMarked
package studio.mofang.desktop.settings;

import org.jspecify.annotations.NullMarked;
