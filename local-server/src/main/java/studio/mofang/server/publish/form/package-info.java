/// A creation in the forms of the platforms, with their breaches, before anything is sent.
@NullMarked
package studio.mofang.server.publish.form;

import org.jspecify.annotations.NullMarked;
