/** What a database has to offer to hold a history. */
@NullMarked
package dev.watchkeeper.history.store;

import org.jspecify.annotations.NullMarked;
