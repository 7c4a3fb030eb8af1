/** Tests that read the PDFs back. */
@NullMarked
package dev.watchkeeper.report.pdf;

import org.jspecify.annotations.NullMarked;
