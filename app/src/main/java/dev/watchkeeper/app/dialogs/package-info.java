/** Dialogs: connections, passwords. */
@NullMarked
package dev.watchkeeper.app.dialogs;

import org.jspecify.annotations.NullMarked;
