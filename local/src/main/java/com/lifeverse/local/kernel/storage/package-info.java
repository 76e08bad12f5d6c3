/** What the stack's store is made of: a log of writes, what an unfinished write has done, and a file nobody can close. */
@NullMarked
package com.lifeverse.local.kernel.storage;

import org.jspecify.annotations.NullMarked;
