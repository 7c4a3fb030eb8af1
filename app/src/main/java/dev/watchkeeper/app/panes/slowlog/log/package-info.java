/** What a Redis writes into its log, by message. */
@NullMarked
package dev.watchkeeper.app.panes.slowlog.log;

import org.jspecify.annotations.NullMarked;
