/** Documents as data, and how they leave the console: PDF and CSV. */
@NullMarked
package dev.watchkeeper.report;

import org.jspecify.annotations.NullMarked;
