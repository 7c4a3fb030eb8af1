/** Who is in a lab, as one connects to it. */
@NullMarked
package dev.watchkeeper.lab.member;

import org.jspecify.annotations.NullMarked;
