/** Changing something on a server: previewed, confirmed, verified, audited. */
@NullMarked
package dev.watchkeeper.kernel.action;

import org.jspecify.annotations.NullMarked;
