/** Barman's servers, as its folders tell of them. */
@NullMarked
package dev.watchkeeper.backup.barman;

import org.jspecify.annotations.NullMarked;
