/** What triggers must keep beyond their form, by themselves and together, before they may be in force. */
@NullMarked
package com.lifeverse.trigger.lint;

import org.jspecify.annotations.NullMarked;
