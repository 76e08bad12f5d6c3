/** How far two versions of a trigger agree, of which one only decides. */
@NullMarked
package com.lifeverse.trigger.shadow;

import org.jspecify.annotations.NullMarked;
