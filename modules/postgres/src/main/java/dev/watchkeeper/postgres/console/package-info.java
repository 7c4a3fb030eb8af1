/** Running what people type: a session of its own, results in pages, and what will happen before it does. */
@NullMarked
package dev.watchkeeper.postgres.console;

import org.jspecify.annotations.NullMarked;
