/** What could not be carried out: kept, looked at, corrected and handed back. */
@NullMarked
package com.lifeverse.trigger.letter;

import org.jspecify.annotations.NullMarked;
