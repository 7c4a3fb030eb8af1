/** All sources of a server, read at the same time. */
@NullMarked
package dev.watchkeeper.backup.catalog;

import org.jspecify.annotations.NullMarked;
