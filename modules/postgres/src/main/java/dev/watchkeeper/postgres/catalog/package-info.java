/** What there is to be named in statements, and proposals from it. */
@NullMarked
package dev.watchkeeper.postgres.catalog;

import org.jspecify.annotations.NullMarked;
