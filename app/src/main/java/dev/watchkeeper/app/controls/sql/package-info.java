/** Statements on the screen: to be read, and to be written. */
@NullMarked
package dev.watchkeeper.app.controls.sql;

import org.jspecify.annotations.NullMarked;
