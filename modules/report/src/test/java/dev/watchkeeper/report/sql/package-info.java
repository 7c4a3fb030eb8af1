/** Tests of telling the parts of a statement apart. */
@NullMarked
package dev.watchkeeper.report.sql;

import org.jspecify.annotations.NullMarked;
