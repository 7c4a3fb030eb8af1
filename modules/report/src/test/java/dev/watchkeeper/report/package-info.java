/** Tests of what leaves the console. */
@NullMarked
package dev.watchkeeper.report;

import org.jspecify.annotations.NullMarked;
