/** SQL that stands in files beside the feature, chosen by the server's version. */
@NullMarked
package dev.watchkeeper.postgres.sql;

import org.jspecify.annotations.NullMarked;
