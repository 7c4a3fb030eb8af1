/** Telling the parts of a statement apart, to colour them. */
@NullMarked
package dev.watchkeeper.report.sql;

import org.jspecify.annotations.NullMarked;
