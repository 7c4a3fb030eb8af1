/** Files of JSON lines that several consoles write. */
@NullMarked
package dev.watchkeeper.workspace.lines;

import org.jspecify.annotations.NullMarked;
