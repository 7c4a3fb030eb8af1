/** A statement's text: its tokens, and what it does. */
@NullMarked
package dev.watchkeeper.kernel.sql;

import org.jspecify.annotations.NullMarked;
