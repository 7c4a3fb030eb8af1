/** Servers' logs, read where they lie, for the window and the command line alike. */
@NullMarked
package dev.watchkeeper.app.serverlog;

import org.jspecify.annotations.NullMarked;
