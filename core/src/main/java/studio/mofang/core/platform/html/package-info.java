/// Articles as the HTML that platforms' editors keep: few tags, styles inline, no class, no id, no script.
@NullMarked
package studio.mofang.core.platform.html;

import org.jspecify.annotations.NullMarked;
