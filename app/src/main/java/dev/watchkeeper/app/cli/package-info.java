/** The command line: one command a file. */
@NullMarked
package dev.watchkeeper.app.cli;

import org.jspecify.annotations.NullMarked;
