/** The PDF of a document; the one place that knows OpenPDF. */
@NullMarked
package dev.watchkeeper.report.pdf;

import org.jspecify.annotations.NullMarked;
